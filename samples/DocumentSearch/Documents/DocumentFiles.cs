namespace DocumentSearch.Documents;

/// <summary>What was found in a folder, ordered by path, and which parts of it could not be entered.</summary>
internal sealed record DocumentFiles(IReadOnlyList<DocumentFile> Files, IReadOnlyList<SkippedFile> Skipped)
{
    /// <summary>How many of the files are of a kind that is searched.</summary>
    public int DocumentCount => Files.Count(static file => file.Kind != DocumentKind.Other);
}
