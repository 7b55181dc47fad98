namespace Sluice.DifferentialTests.Graphs;

/// <summary>The part of a producer's value that a parameter takes.</summary>
public enum Take
{
    /// <summary>All of it, with the type that the producer gives.</summary>
    Value,

    /// <summary>One element after the other.</summary>
    Each,

    /// <summary>One element of the elements after the other.</summary>
    EachFlattened,

    /// <summary>The array that a stage with <c>[Each]</c> makes.</summary>
    AsArray,

    /// <summary>That array as an <c>IReadOnlyList</c>.</summary>
    AsList,

    /// <summary>That array as an <c>IReadOnlyCollection</c>.</summary>
    AsCollection,

    /// <summary>That array as an <c>IEnumerable</c>.</summary>
    AsSequence,
}
