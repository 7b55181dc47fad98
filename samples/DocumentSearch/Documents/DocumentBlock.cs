namespace DocumentSearch.Documents;

/// <summary>A heading, paragraph, list item, table row or code block.</summary>
/// <param name="HeadingLevel">The level of a heading, from 1 to 6, or 0 for other blocks.</param>
/// <param name="Lines">The lines of the block, at least one.</param>
internal sealed record DocumentBlock(int HeadingLevel, IReadOnlyList<TextLine> Lines)
{
    /// <summary>Whether the block is a heading.</summary>
    public bool IsHeading => HeadingLevel > 0;
}
