using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>Checks the types that conditions name.</summary>
internal static class RouteTypeRules
{
    /// <summary>
    /// Returns a clause that says why no value can be tested for a type and what to do, or <see langword="null"/>.
    /// </summary>
    public static string? ReasonAgainst(ITypeSymbol type, ParseContext context) =>
        type.TypeKind == TypeKind.Error ? null
        : type is INamedTypeSymbol named && named.SelfAndContainingTypes().Any(level => level.IsUnboundGenericType)
            ? $"the type '{TypeNames.Short(type)}' has no type arguments: write them, or name a base type that has none"
        : IsNeverBoxed(type)
            ? $"no object is of the type '{TypeNames.Short(type)}': name a class, a struct or an interface"
        : !context.CanName(type)
            ? $"the pipeline cannot name the type '{TypeNames.Short(type)}': make it accessible, or name a base type"
        : null;

    /// <summary>Whether the type is, or is constructed from, a type parameter.</summary>
    public static bool DependsOnTypeParameter(ITypeSymbol type) =>
        type switch
        {
            ITypeParameterSymbol => true,
            IArrayTypeSymbol array => DependsOnTypeParameter(array.ElementType),
            INamedTypeSymbol named => named
                .SelfAndContainingTypes()
                .Any(level => level.TypeArguments.Any(DependsOnTypeParameter)),
            _ => false,
        };

    private static bool IsNeverBoxed(ITypeSymbol type) =>
        type.IsStatic
        || type.IsRefLikeType
        || type.SpecialType == SpecialType.System_Void
        || type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer
        || TypeTraits.NullableUnderlying(type) is not null;
}
