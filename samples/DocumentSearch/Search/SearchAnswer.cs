namespace DocumentSearch.Search;

/// <summary>The answer to a query.</summary>
/// <param name="Hits">The passages that match best, best first.</param>
/// <param name="MatchCount">The number of all matching passages.</param>
/// <param name="Terms">The terms that were looked up.</param>
/// <param name="Corrections">The corrections of the query. Usually empty.</param>
internal sealed record SearchAnswer(
    IReadOnlyList<SearchHit> Hits,
    int MatchCount,
    QueryTerms Terms,
    IReadOnlyList<Correction> Corrections
);
