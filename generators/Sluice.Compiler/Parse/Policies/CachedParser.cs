using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads <c>[Cached]</c>.</summary>
internal static class CachedParser
{
    private const int UsualSize = 1024;

    /// <summary>What the attribute says, or <see langword="null"/> where it cannot be used.</summary>
    public static CachedModel? Parse(PolicySubject subject, AttributeData data)
    {
        var attribute = new PolicyAttribute(subject, data);
        if (!attribute.IsComplete)
        {
            return null;
        }

        var timeToLive = attribute.Time(attribute[0], "timeToLive", least: 1);
        var size = attribute.Number(attribute["Size"], "Size", UsualSize, least: 1);
        var isComplete = timeToLive > 0;
        PolicyMethodModel? key = null;
        if (attribute["Key"]?.Value is string keyName)
        {
            key = PolicyMethods.Find(subject, keyName, new PolicyMethodRole([], ReasonAgainstKey));
            isComplete &= key is not null;
        }

        ISymbol? store = null;
        if (attribute["Store"]?.Value is string storeName)
        {
            store = PolicyMembers.Find(subject.Context, subject.Source.Type, storeName, out var type);
            isComplete &= store is not null && IsStore(type!);
        }

        return attribute.IsRefused || !isComplete
            ? null
            : new CachedModel(timeToLive, size, key, store?.Name, store is { IsStatic: true });
    }

    private static string? ReasonAgainstKey(ReturnType returned) =>
        returned is { Shape: ReturnShape.Synchronous, Output: { } key } && !MayBeNull(key) ? null : "";

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
        type.IsNamed("Sluice", "ICacheStore")
        || type.AllInterfaces.Any(contract => contract.IsNamed("Sluice", "ICacheStore"));
}
