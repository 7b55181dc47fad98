namespace DocumentSearch.Search;

/// <summary>The passages that fit a query best, best first.</summary>
/// <param name="Best">The passages.</param>
/// <param name="MatchCount">How many fit at all.</param>
internal sealed record RankedPassages(IReadOnlyList<RankedPassage> Best, int MatchCount)
{
    private const int Few = 3;

    /// <summary>Whether so few fit that the query may be misspelt.</summary>
    public bool AreFew => MatchCount < Few;
}
