namespace DocumentSearch.Documents;

/// <summary>A file that was found.</summary>
/// <param name="FullPath">Where to open it.</param>
/// <param name="RelativePath">How to name it: its path below the folder, with <c>/</c> between the parts.</param>
/// <param name="Length">Its size in bytes when it was found.</param>
internal sealed record DocumentFile(string FullPath, string RelativePath, long Length)
{
    /// <summary>What its name says that it is.</summary>
    public DocumentKind Kind =>
        Path.GetExtension(RelativePath).ToUpperInvariant() switch
        {
            ".MD" or ".MARKDOWN" => DocumentKind.Markdown,
            ".TXT" or ".TEXT" => DocumentKind.PlainText,
            ".HTML" or ".HTM" => DocumentKind.WebPage,
            _ => DocumentKind.Other,
        };
}
