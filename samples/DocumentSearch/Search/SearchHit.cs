using DocumentSearch.Indexing;

namespace DocumentSearch.Search;

/// <summary>A passage that answers the query.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Score">How well it fits.</param>
/// <param name="Excerpt">What to show of it, or <see langword="null"/> where its file has changed since it was indexed.</param>
internal sealed record SearchHit(PassagePlace Place, double Score, Excerpt? Excerpt);
