using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Parse;
using Sluice.Compiler.Parse.Policies;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Policies.Fallback;

/// <summary>Reads <c>[Fallback]</c>.</summary>
internal static class FallbackParser
{
    /// <summary>The definition of the policy for the catalog.</summary>
    public static PolicyDefinition Definition { get; } =
        PolicyDefinition.Of("FallbackAttribute", attribute => [Parse(attribute)], StreamFit.Any);

    private static FallbackPolicy? Parse(PolicyAttribute attribute)
    {
        var result = attribute.Subject.Result;
        var on = attribute.Exceptions("On");
        var role = new PolicyMethodRole(
            [PolicyArgumentKind.Exception, PolicyArgumentKind.CancellationToken, PolicyArgumentKind.StageContext],
            result is null
                ? "returns nothing, directly or as a task"
                : $"returns '{TypeNames.Short(result)}', directly or as a task",
            returned => ReasonAgainst(attribute.Subject.Context.Names, result, returned.Output)
        )
        {
            Exceptions = on,
            Missing = new MissingMethod(
                MissingMethod.Output,
                TakesInputs: true,
                TakesException: true,
                TakesToken: true
            ),
        };
        var method = PolicyMethods.Find(attribute, attribute[0]?.Value as string ?? "", role);
        return attribute.IsRefused || method is null
            ? null
            : new FallbackPolicy(
                method,
                on.Select(attribute.Subject.Context.Names.CodeWithoutAnnotation).ToEquatableArray()
            );
    }

    private static string? ReasonAgainst(CodeNames names, ITypeSymbol? needed, ITypeSymbol? given) =>
        (needed, given) switch
        {
            (null, null) => null,
            (null, _) => $"it returns '{TypeNames.Short(given)}', but the stage returns nothing: return nothing",
            (_, null) =>
                $"it returns nothing, but the stage returns '{TypeNames.Short(needed)}': return that, directly or as a task",
            _ when !names.AreSame(needed, given) => $"it returns "
                + $"'{TypeNames.Short(given)}', but the stage returns '{TypeNames.Short(needed)}': return that, directly or as a task",
            _ when given.NullableAnnotation == NullableAnnotation.Annotated
                    && needed.NullableAnnotation == NullableAnnotation.NotAnnotated
                    && given.IsReferenceType =>
                $"it may return null, but the stage does not: return '{TypeNames.Short(needed)}', or let the stage return "
                    + $"'{TypeNames.Short(needed)}?'",
            _ when TypeComparison.DiffersInside(given, needed)
                    || TypeComparison.MovedElement(given, needed) is not null =>
                $"it returns '{TypeNames.Written(given)}', but the stage returns '{TypeNames.Written(needed)}': return that",
            _ => null,
        };
}
