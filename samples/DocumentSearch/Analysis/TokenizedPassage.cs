namespace DocumentSearch.Analysis;

/// <summary>What the index needs to know of a passage. Its text is not kept: it is in the file.</summary>
/// <param name="Line">The number of its first line.</param>
/// <param name="HeadingTrail">The headings above it, outermost first.</param>
/// <param name="Body">The numbers of its terms, in order.</param>
/// <param name="Headings">The numbers of the terms of its headings, in order.</param>
internal sealed record TokenizedPassage(
    int Line,
    IReadOnlyList<string> HeadingTrail,
    ReadOnlyMemory<int> Body,
    ReadOnlyMemory<int> Headings
);
