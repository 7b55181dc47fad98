namespace Sluice.Compiler.Model;

/// <summary>How <c>[Each]</c> goes through the elements of a type.</summary>
internal enum CollectionKind
{
    /// <summary>It has no elements.</summary>
    None,

    /// <summary>An array.</summary>
    Array,

    /// <summary>An <c>IReadOnlyList&lt;T&gt;</c> or a type that implements it, such as <c>List&lt;T&gt;</c>: by index.</summary>
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
