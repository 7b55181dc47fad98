using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>The element type of a collection and the way to enumerate it.</summary>
/// <param name="Collection">The way to enumerate it.</param>
/// <param name="Element">
/// The type of its elements, or <see langword="null"/> if it has none or they are ambiguous.
/// </param>
internal readonly record struct ElementType(CollectionKind Collection, ITypeSymbol? Element)
{
    private const string Generic = "System.Collections.Generic";

    /// <summary>Returns the element type of a type.</summary>
    public static ElementType Of(ITypeSymbol type) =>
        type switch
        {
            { SpecialType: SpecialType.System_String } => default,
            IArrayTypeSymbol { IsSZArray: true } array => new ElementType(CollectionKind.Array, array.ElementType),
            INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Struct } named => Of(named),
            _ => default,
        };

    /// <summary>Whether the type is exactly <c>IAsyncEnumerable&lt;T&gt;</c>.</summary>
    public static bool IsStream(ITypeSymbol type) => type.IsNamed(Generic, "IAsyncEnumerable", 1);

    private static ElementType Of(INamedTypeSymbol type)
    {
        var found = default(ElementType);
        if (!TryAdd(ref found, type))
        {
            return default;
        }

        foreach (var contract in type.AllInterfaces)
        {
            if (!TryAdd(ref found, contract))
            {
                return default;
            }
        }

        return found;
    }

    /// <summary>
    /// Adds the elements of one of the type's interfaces. Returns <see langword="false"/> if they have another type
    /// than those found before.
    /// </summary>
    private static bool TryAdd(ref ElementType found, INamedTypeSymbol type)
    {
        if (type.Arity != 1)
        {
            return true;
        }

        var kind = KindOf(type);
        if (kind == CollectionKind.None)
        {
            return true;
        }

        var element = type.TypeArguments[0];
        if (found.Element is not null && !SymbolEqualityComparer.Default.Equals(found.Element, element))
        {
            return false;
        }

        found = Rank(kind) > Rank(found.Collection) ? new ElementType(kind, element) : found;
        return true;
    }

    private static CollectionKind KindOf(INamedTypeSymbol type) =>
        type.Name switch
        {
            "IAsyncEnumerable" when IsStream(type) => CollectionKind.AsyncEnumerable,
            "IEnumerable" when type.IsNamed(Generic, "IEnumerable", 1) => CollectionKind.Enumerable,
            "IReadOnlyList" when type.IsNamed(Generic, "IReadOnlyList", 1) => CollectionKind.List,
            "Memory" when type.IsNamed("System", "Memory", 1) => CollectionKind.Memory,
            "ReadOnlyMemory" when type.IsNamed("System", "ReadOnlyMemory", 1) => CollectionKind.Memory,
            "IMemoryOwner" when type.IsNamed("System.Buffers", "IMemoryOwner", 1) => CollectionKind.MemoryOwner,
            _ => CollectionKind.None,
        };

    // The most specific way wins: a type that can be read asynchronously has elements that arrive later, and an index
    // needs no enumerator.
    private static int Rank(CollectionKind kind) =>
        kind switch
        {
            CollectionKind.AsyncEnumerable => 4,
            CollectionKind.List => 3,
            CollectionKind.Enumerable => 2,
            CollectionKind.None => 0,
            _ => 1,
        };
}
