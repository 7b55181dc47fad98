namespace DocumentSearch.Documents;

/// <summary>What was found in a folder, ordered by path, and which parts of it could not be entered.</summary>
internal sealed record DocumentFiles(IReadOnlyList<DocumentFile> Files, IReadOnlyList<SkippedFile> Skipped);
