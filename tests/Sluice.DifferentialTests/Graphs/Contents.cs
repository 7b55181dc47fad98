namespace Sluice.DifferentialTests.Graphs;

/// <summary>Properties of the types of values.</summary>
public static class Contents
{
    /// <summary>The collections that are there before their stage ends.</summary>
    public static IReadOnlyList<Content> Collections { get; } =
    [Content.Array, Content.List, Content.Sequence, Content.Memory, Content.Nested];

    /// <summary>Whether a value is one item, which knows its run, in one of the types that carry it.</summary>
    public static bool IsSingle(Content content) =>
        content is Content.Item or Content.Own or Content.Derived or Content.Tuple;

    /// <summary>Whether a value is of a type that no other stage gives.</summary>
    public static bool IsUnique(Content content) => content is Content.Own or Content.Derived;
}
