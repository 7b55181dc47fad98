namespace DocumentSearch.Documents;

/// <summary>A part of a document that can answer a query on its own.</summary>
/// <param name="HeadingTrail">The headings above the passage, outermost first.</param>
/// <param name="Lines">The lines of the passage, at least one.</param>
internal sealed record Passage(IReadOnlyList<string> HeadingTrail, IReadOnlyList<TextLine> Lines);
