using DocumentSearch.Indexing;

namespace DocumentSearch.Search;

/// <summary>A found passage and its score.</summary>
internal sealed record RankedPassage(PassagePlace Place, double Score);
