using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Parse;
using Sluice.Compiler.Parse.Policies;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Policies.Cached;

/// <summary>Reads <c>[Cached]</c>.</summary>
internal static class CachedParser
{
    private const string Key = "Key";
    private const string Size = "Size";
    private const string Store = "Store";
    private const string StoreType = "ICacheStore";
    private const int UsualSize = 1024;

    /// <summary>The definition of the policy for the catalog.</summary>
    public static PolicyDefinition Definition { get; } =
        PolicyDefinition.Of("CachedAttribute", attribute => [Parse(attribute)]);

    private static CachedPolicy? Parse(PolicyAttribute attribute)
    {
        var timeToLive = attribute.NeededTime(attribute[0], "timeToLive", TimeRange.Positive);
        var size = attribute.Number(attribute[Size], Size, UsualSize, least: 1);
        var key = attribute[Key]?.Value is string keyName ? PolicyMethods.Find(attribute, keyName, KeyRole) : null;
        var store = attribute[Store]?.Value is string storeName
            ? PolicyMembers.Find(attribute, storeName, StoreType, IsStore)
            : null;
        if (ReasonAgainst(attribute) is { } reason)
        {
            attribute.RefuseMeaning(reason);
        }

        if (!attribute.IsRefused && ComparedByReference(attribute) is { } compared)
        {
            attribute.Subject.Report(Rule.CachedByReference, compared);
        }

        return
            attribute.IsRefused
            || (key is null && attribute[Key]?.Value is string)
            || (store is null && attribute[Store]?.Value is string)
            ? null
            : new CachedPolicy(timeToLive, size, key, store?.Name, store is { IsStatic: true });
    }

    private static PolicyMethodRole KeyRole { get; } =
        new([], "returns the key", ReasonAgainstKey)
        {
            Missing = new MissingMethod("string", TakesInputs: true, TakesException: false, TakesToken: false),
        };

    private static string? ReasonAgainst(PolicyAttribute attribute)
    {
        var subject = attribute.Subject;
        if (subject.Result is null)
        {
            return "the stage returns no value that could be cached: remove it, or return a value";
        }

        if (attribute[Size] is not null && attribute[Store]?.Value is string)
        {
            return $"its '{Size}' limits the values in memory, but its '{Store}' keeps the values: remove one of the two";
        }

        if (attribute[Key]?.Value is string)
        {
            return null;
        }

        if (
            attribute[Size] is not null
            && subject.Method.Parameters.All(parameter => SuppliedParameters.KindOf(parameter) is not null)
        )
        {
            return $"its '{Size}' is a number of values, but a stage that takes no input has only one: remove '{Size}'";
        }

        foreach (var parameter in subject.Method.Parameters)
        {
            if (ElementType.IsStream(FormedType.OfWrapper(parameter.Type).Value))
            {
                return $"input '{parameter.Name}' is a stream, which is not compared by its items: "
                    + $"name a method that creates the key with '{Key}'";
            }

            if (KnownTypes.IsRunContext(parameter.Type))
            {
                return $"parameter '{parameter.Name}' differs between runs but is not part of the key, so one caller would get "
                    + $"the value of another: name a method that creates the key with '{Key}'";
            }
        }

        return null;
    }

    // If a method makes the key, the inputs are not compared.
    private static string? ComparedByReference(PolicyAttribute attribute) =>
        attribute[Key]?.Value is string
            ? null
            : attribute
                .Subject.Method.Parameters.Where(parameter => SuppliedParameters.KindOf(parameter) is null)
                .Select(parameter => (parameter.Name, Type: FormedType.OfWrapper(parameter.Type).Value))
                .Where(input => TypeTraits.ComparesByReference(input.Type))
                .Select(input =>
                    $"input '{input.Name}' is of type '{TypeNames.Short(input.Type)}', which is compared by reference"
                )
                .FirstOrDefault();

    private static string? ReasonAgainstKey(ReturnType returned) =>
        returned.Output is null || returned.Shape != ReturnShape.Synchronous
            ? "it must return the key synchronously: return a value that is compared by its content, such as a tuple"
        : TypeTraits.ComparesByReference(returned.Output)
            ? $"its key, of type '{TypeNames.Short(returned.Output)}', is compared by reference and never found again: return a record, a string or a tuple"
        : MayBeNull(returned.Output)
            ? $"it may return null, which cannot be a key: return '{TypeNames.Short(returned.Output).TrimEnd('?')}'"
        : RefStructs.MayBe(returned.Output)
            ? "its key lives only on the stack and cannot be kept: return a string or a tuple"
        : null;

    private static bool MayBeNull(ITypeSymbol type) =>
        type switch
        {
            { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => true,
            ITypeParameterSymbol parameter => !parameter.HasNotNullConstraint
                && !parameter.HasValueTypeConstraint
                && !(
                    parameter.HasReferenceTypeConstraint
                    && parameter.ReferenceTypeConstraintNullableAnnotation != NullableAnnotation.Annotated
                )
                && !parameter.ConstraintTypes.Any(constraint => !MayBeNull(constraint)),
            _ => type.NullableAnnotation == NullableAnnotation.Annotated,
        };

    private static bool IsStore(ITypeSymbol type) =>
        type.IsNamed("Sluice", StoreType) || type.AllInterfaces.Any(contract => contract.IsNamed("Sluice", StoreType));
}
