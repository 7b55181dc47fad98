namespace Sluice.Compiler.Model;

/// <summary>The way in which <c>[Each]</c> enumerates the elements of a type.</summary>
internal enum CollectionKind
{
    /// <summary>The type has no elements.</summary>
    None,

    /// <summary>An array.</summary>
    Array,

    /// <summary>
    /// An <c>IReadOnlyList&lt;T&gt;</c> or a type that implements it, such as <c>List&lt;T&gt;</c>, read by index.
    /// </summary>
    List,

    /// <summary>An <c>IEnumerable&lt;T&gt;</c> or a type that implements it.</summary>
    Enumerable,

    /// <summary>A <c>Memory&lt;T&gt;</c> or <c>ReadOnlyMemory&lt;T&gt;</c>.</summary>
    Memory,

    /// <summary>An <c>IMemoryOwner&lt;T&gt;</c> or a type that implements it.</summary>
    MemoryOwner,

    /// <summary>An <c>IAsyncEnumerable&lt;T&gt;</c> or a type that implements it.</summary>
    AsyncEnumerable,
}
