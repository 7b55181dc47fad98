using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads <c>[Fallback]</c>.</summary>
internal static class FallbackParser
{
    /// <summary>What the attribute says, or <see langword="null"/> where it cannot be used.</summary>
    public static FallbackModel? Parse(PolicySubject subject, AttributeData data)
    {
        var attribute = new PolicyAttribute(subject, data);
        if (!attribute.IsComplete)
        {
            return null;
        }

        var on = attribute.Exceptions("On");
        var role = new PolicyMethodRole(
            [PolicyArgumentKind.Exception, PolicyArgumentKind.CancellationToken, PolicyArgumentKind.StageContext],
            returned => ReasonAgainst(subject, returned)
        )
        {
            Exceptions = on,
        };
        var method = PolicyMethods.Find(subject, data.Text() ?? "", role);
        return attribute.IsRefused || method is null
            ? null
            : new FallbackModel(method, on.Select(TypeNames.CodeWithoutAnnotation).ToEquatableArray());
    }

    private static string? ReasonAgainst(PolicySubject subject, ReturnType returned) =>
        (subject.Result, returned.Output) switch
        {
            (null, null) => null,
            ({ } needed, { } given) when TypeNames.AreSame(needed, given) => null,
            _ => "",
        };
}
