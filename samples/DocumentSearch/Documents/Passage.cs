namespace DocumentSearch.Documents;

/// <summary>A part of a document that answers a query by itself.</summary>
/// <param name="HeadingTrail">The headings above it, outermost first.</param>
/// <param name="Lines">Its lines, at least one.</param>
internal sealed record Passage(IReadOnlyList<string> HeadingTrail, IReadOnlyList<TextLine> Lines);
