using DocumentSearch.Indexing;

namespace DocumentSearch.Search;

/// <summary>A passage that answers the query.</summary>
/// <param name="Place">The location of the passage.</param>
/// <param name="Score">The score of the passage.</param>
/// <param name="Excerpt">
/// The excerpt to show, or <see langword="null"/> if the file has changed since it was indexed.
/// </param>
internal sealed record SearchHit(PassagePlace Place, double Score, Excerpt? Excerpt);
