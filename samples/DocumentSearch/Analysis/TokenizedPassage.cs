namespace DocumentSearch.Analysis;

/// <summary>A passage in the form that the index needs. Its text is not kept, because the file contains it.</summary>
/// <param name="Line">The number of the first line.</param>
/// <param name="HeadingTrail">The headings above the passage, outermost first.</param>
/// <param name="Body">The numbers of the passage's terms, in order.</param>
/// <param name="Headings">The numbers of the headings' terms, in order.</param>
internal sealed record TokenizedPassage(
    int Line,
    IReadOnlyList<string> HeadingTrail,
    ReadOnlyMemory<int> Body,
    ReadOnlyMemory<int> Headings
);
