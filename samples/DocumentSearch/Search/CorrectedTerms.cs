namespace DocumentSearch.Search;

/// <summary>The terms that a query probably meant.</summary>
/// <param name="Terms">The corrected terms.</param>
/// <param name="Corrections">The corrections, at least one.</param>
internal sealed record CorrectedTerms(QueryTerms Terms, IReadOnlyList<Correction> Corrections);
