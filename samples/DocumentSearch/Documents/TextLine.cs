namespace DocumentSearch.Documents;

/// <summary>A line of a document as a reader sees it, without markup.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Text">What it says.</param>
internal sealed record TextLine(int Number, string Text);
