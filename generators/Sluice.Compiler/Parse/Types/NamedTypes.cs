using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>Lists the types that the name of a type mentions.</summary>
internal static class NamedTypes
{
    /// <summary>
    /// Returns the type itself, its containing types, its type arguments and the elements of arrays and pointers.
    /// </summary>
    public static IEnumerable<INamedTypeSymbol> In(ITypeSymbol? type) =>
        type switch
        {
            IArrayTypeSymbol array => In(array.ElementType),
            IPointerTypeSymbol pointer => In(pointer.PointedAtType),
            INamedTypeSymbol named => named
                .SelfAndContainingTypes()
                .SelectMany(level => level.TypeArguments.SelectMany(In).Prepend(level)),
            _ => [],
        };
}
