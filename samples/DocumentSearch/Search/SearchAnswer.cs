namespace DocumentSearch.Search;

/// <summary>The answer to a query.</summary>
/// <param name="Hits">The passages that fit best, best first.</param>
/// <param name="MatchCount">How many passages fit at all.</param>
/// <param name="Terms">What was looked for.</param>
/// <param name="Corrections">What was looked for in place of what was written. Mostly nothing.</param>
internal sealed record SearchAnswer(
    IReadOnlyList<SearchHit> Hits,
    int MatchCount,
    QueryTerms Terms,
    IReadOnlyList<Correction> Corrections
);
