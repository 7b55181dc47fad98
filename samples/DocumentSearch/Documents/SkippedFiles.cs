namespace DocumentSearch.Documents;

/// <summary>Everything that an indexing run left out: what failed before what was skipped, other kinds of files last, each ordered by path.</summary>
internal sealed record SkippedFiles(IReadOnlyList<SkippedFile> All)
{
    /// <summary>What should have been in the index, so that answers may be incomplete.</summary>
    public IEnumerable<SkippedFile> Failed => All.Where(static file => file.HasFailed);

    /// <summary>What does not belong in the index.</summary>
    public IEnumerable<SkippedFile> Unsuitable => All.Where(static file => !file.HasFailed);

    /// <summary>Puts what was left out in order.</summary>
    public static SkippedFiles InOrder(IEnumerable<SkippedFile> files) =>
        new([
            .. files
                .OrderByDescending(static file => file.HasFailed)
                .ThenBy(static file => file.Kind == DocumentKind.Other)
                .ThenBy(static file => file.RelativePath, StringComparer.Ordinal),
        ]);
}
