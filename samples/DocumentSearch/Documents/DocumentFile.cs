namespace DocumentSearch.Documents;

/// <summary>A file in the searched folder.</summary>
/// <param name="FullPath">The full path.</param>
/// <param name="RelativePath">The displayed path: relative to the folder, with <c>/</c> as the separator.</param>
/// <param name="Length">The size in bytes at the time of the search for files.</param>
internal sealed record DocumentFile(string FullPath, string RelativePath, long Length)
{
    /// <summary>The kind of the document, according to the file's name.</summary>
    public DocumentKind Kind =>
        Path.GetExtension(RelativePath).ToUpperInvariant() switch
        {
            ".MD" or ".MARKDOWN" => DocumentKind.Markdown,
            ".TXT" or ".TEXT" => DocumentKind.PlainText,
            ".HTML" or ".HTM" => DocumentKind.WebPage,
            _ => DocumentKind.Other,
        };
}
