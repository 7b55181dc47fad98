namespace DocumentSearch.Search;

/// <summary>A query.</summary>
/// <param name="Text">The words of the query.</param>
/// <param name="Limit">The maximum number of passages.</param>
internal sealed record SearchQuery(string Text, int Limit);
