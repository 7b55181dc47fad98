using DocumentSearch.Indexing;

namespace DocumentSearch.Search;

/// <summary>Merges the scores of the lookups and picks the best passages.</summary>
internal static class PassageRanking
{
    /// <summary>What a passage's headings count for, where what it says counts 1. Headings are short, so they easily score high.</summary>
    public const double HeadingWeight = 0.6;

    /// <summary>What the closeness of the terms counts for, where their presence counts 1.</summary>
    public const double ProximityWeight = 1.0;

    /// <summary>Picks the best passages; of equally good ones the first by path and line.</summary>
    public static RankedPassages Rank(
        PassageIndex index,
        PassageScores bodies,
        PassageScores headings,
        PassageScores proximity,
        int limit
    )
    {
        var total = new PassageScores(index.Places.Count);
        total.Add(bodies, 1);
        total.Add(headings, HeadingWeight);
        total.Add(proximity, ProximityWeight);
        var best = total
            .Passages.OrderByDescending(passage => total[passage])
            .ThenBy(static passage => passage)
            .Take(limit)
            .Select(passage => new RankedPassage(index.Places[passage], total[passage]));
        return new RankedPassages([.. best], total.Passages.Count);
    }
}
