namespace DocumentSearch.Documents;

/// <summary>The folder to index.</summary>
internal sealed record DocumentFolder(string Path);
