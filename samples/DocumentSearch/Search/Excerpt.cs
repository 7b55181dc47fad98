namespace DocumentSearch.Search;

/// <summary>The part of a passage that shows best why it matches.</summary>
/// <param name="Line">The number of the line in which the excerpt starts.</param>
/// <param name="Segments">The text of the excerpt.</param>
internal sealed record Excerpt(int Line, IReadOnlyList<ExcerptSegment> Segments);
