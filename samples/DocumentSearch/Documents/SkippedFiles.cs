namespace DocumentSearch.Documents;

/// <summary>Everything that an indexing run left out, ordered by path.</summary>
internal sealed record SkippedFiles(IReadOnlyList<SkippedFile> All)
{
    /// <summary>Whether something was left out that should have been there, so that answers may be incomplete.</summary>
    public bool AnyUnreadable => All.Any(static file => file.Reason == SkipReason.Unreadable);
}
