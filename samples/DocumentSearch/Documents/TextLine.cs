namespace DocumentSearch.Documents;

/// <summary>A line of a document as it is displayed, without markup.</summary>
/// <param name="Number">The number of the line in the file, starting with 1.</param>
/// <param name="Text">The text of the line.</param>
internal sealed record TextLine(int Number, string Text);
