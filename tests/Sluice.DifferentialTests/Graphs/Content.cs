namespace Sluice.DifferentialTests.Graphs;

/// <summary>The type of the value that a stage or an input gives.</summary>
public enum Content
{
    /// <summary>No value: the stage is an effect.</summary>
    None,

    /// <summary>A class that other stages give as well.</summary>
    Item,

    /// <summary>A struct that no other stage gives.</summary>
    Own,

    /// <summary>A class that no other stage gives, with a base class to ask for.</summary>
    Derived,

    /// <summary>A tuple that other stages give as well.</summary>
    Tuple,

    /// <summary>A <c>bool</c>, by which the pipeline may branch.</summary>
    Flag,

    /// <summary>An enum.</summary>
    Tone,

    /// <summary>A <c>string</c>.</summary>
    Text,

    /// <summary>An <c>int</c>.</summary>
    Number,

    /// <summary>An array of items.</summary>
    Array,

    /// <summary>An <c>IReadOnlyList</c> of items.</summary>
    List,

    /// <summary>An <c>IEnumerable</c> of items.</summary>
    Sequence,

    /// <summary>A <c>ReadOnlyMemory</c> of items.</summary>
    Memory,

    /// <summary>An array of arrays of items.</summary>
    Nested,

    /// <summary>An <c>IAsyncEnumerable</c> of items.</summary>
    Stream,
}
