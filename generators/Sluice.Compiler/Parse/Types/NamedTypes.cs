using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>Takes types apart into those that stand in their names.</summary>
internal static class NamedTypes
{
    /// <summary>The types by which code names a type: itself, those that contain it, its arguments and elements.</summary>
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
