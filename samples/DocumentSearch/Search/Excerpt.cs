namespace DocumentSearch.Search;

/// <summary>The part of a passage that shows best why it was found.</summary>
/// <param name="Line">The line in which it starts.</param>
/// <param name="Segments">Its text.</param>
internal sealed record Excerpt(int Line, IReadOnlyList<ExcerptSegment> Segments);
