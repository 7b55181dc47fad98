namespace DocumentSearch.Documents;

/// <summary>A heading or a paragraph, list item, table row or code block.</summary>
/// <param name="HeadingLevel">1 to 6 for a heading, otherwise 0.</param>
/// <param name="Lines">Its lines, at least one.</param>
internal sealed record DocumentBlock(int HeadingLevel, IReadOnlyList<TextLine> Lines)
{
    /// <summary>Whether it is a heading.</summary>
    public bool IsHeading => HeadingLevel > 0;
}
