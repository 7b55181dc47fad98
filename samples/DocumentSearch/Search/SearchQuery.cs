namespace DocumentSearch.Search;

/// <summary>What to look for.</summary>
/// <param name="Text">The words.</param>
/// <param name="Limit">How many passages to find at most.</param>
internal sealed record SearchQuery(string Text, int Limit);
