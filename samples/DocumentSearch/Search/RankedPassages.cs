namespace DocumentSearch.Search;

/// <summary>The passages that match a query best, best first.</summary>
/// <param name="Best">The passages.</param>
/// <param name="MatchCount">The number of all matching passages.</param>
internal sealed record RankedPassages(IReadOnlyList<RankedPassage> Best, int MatchCount)
{
    private const int Few = 3;

    /// <summary>Whether there are so few matches that the query may be misspelled.</summary>
    public bool AreFew => MatchCount < Few;
}
