using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads <c>[Compensate]</c>.</summary>
internal static class CompensateParser
{
    /// <summary>The method that undoes the stage, or <see langword="null"/> where none can be used.</summary>
    public static PolicyMethodModel? Parse(PolicySubject subject, AttributeData data)
    {
        var role = new PolicyMethodRole(
            [
                PolicyArgumentKind.Output,
                PolicyArgumentKind.Exception,
                PolicyArgumentKind.CancellationToken,
                PolicyArgumentKind.StageContext,
            ],
            returned => returned.Output is null ? null : ""
        )
        {
            Output = subject.Result is { } result ? FormedType.OfWrapper(result).Value : null,
        };
        return new PolicyAttribute(subject, data).IsComplete
            ? PolicyMethods.Find(subject, data.Text() ?? "", role)
            : null;
    }
}
