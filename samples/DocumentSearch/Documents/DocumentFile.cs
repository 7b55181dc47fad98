namespace DocumentSearch.Documents;

/// <summary>A file to index.</summary>
/// <param name="FullPath">Where to open it.</param>
/// <param name="RelativePath">How to name it: its path below the folder, with <c>/</c> between the parts.</param>
/// <param name="Length">Its size in bytes when it was found.</param>
internal sealed record DocumentFile(string FullPath, string RelativePath, long Length)
{
    /// <summary>Whether its name says that it is Markdown; what is not is plain text.</summary>
    public bool IsMarkdown =>
        RelativePath.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
        || RelativePath.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);
}
