namespace DocumentSearch.Documents;

/// <summary>The files of a folder, ordered by path, and the parts of the folder that could not be read.</summary>
internal sealed record DocumentFiles(IReadOnlyList<DocumentFile> Files, IReadOnlyList<SkippedFile> Skipped)
{
    /// <summary>The number of files of a kind that is searched.</summary>
    public int DocumentCount => Files.Count(static file => file.Kind != DocumentKind.Other);
}
