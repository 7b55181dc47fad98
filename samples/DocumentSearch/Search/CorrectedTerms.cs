namespace DocumentSearch.Search;

/// <summary>What a query was probably meant to look for.</summary>
/// <param name="Terms">The terms, corrected.</param>
/// <param name="Corrections">What was corrected, at least one.</param>
internal sealed record CorrectedTerms(QueryTerms Terms, IReadOnlyList<Correction> Corrections);
