namespace DocumentSearch.Documents;

/// <summary>
/// All files that were left out of an index: failed files first, then skipped documents, then files of other kinds,
/// each ordered by path.
/// </summary>
internal sealed record SkippedFiles(IReadOnlyList<SkippedFile> All)
{
    /// <summary>The files that should have been indexed, so that answers may be incomplete.</summary>
    public IEnumerable<SkippedFile> Failed => All.Where(static file => file.HasFailed);

    /// <summary>The files that do not belong in the index.</summary>
    public IEnumerable<SkippedFile> Unsuitable => All.Where(static file => !file.HasFailed);

    /// <summary>Sorts the files.</summary>
    public static SkippedFiles InOrder(IEnumerable<SkippedFile> files) =>
        new([
            .. files
                .OrderByDescending(static file => file.HasFailed)
                .ThenBy(static file => file.Kind == DocumentKind.Other)
                .ThenBy(static file => file.RelativePath, StringComparer.Ordinal),
        ]);
}
