using DocumentSearch.Indexing;

namespace DocumentSearch.Search;

/// <summary>A passage that was found, and how well it fits.</summary>
internal sealed record RankedPassage(PassagePlace Place, double Score);
