namespace DocumentSearch.Search;

/// <summary>A term of a query that no document contains, and the term that was probably meant.</summary>
internal sealed record Correction(string Written, string Meant);
