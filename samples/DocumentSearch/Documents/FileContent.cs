namespace DocumentSearch.Documents;

/// <summary>The text of a file.</summary>
internal sealed record FileContent(DocumentFile File, string Text);
