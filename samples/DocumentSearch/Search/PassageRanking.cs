using DocumentSearch.Indexing;

namespace DocumentSearch.Search;

/// <summary>Combines the scores of the lookups and selects the best passages.</summary>
internal static class PassageRanking
{
    /// <summary>
    /// The weight of a passage's headings relative to its text. Headings are short, so they easily score high.
    /// </summary>
    public const double HeadingWeight = 0.6;

    /// <summary>The weight of the terms' proximity relative to their presence.</summary>
    public const double ProximityWeight = 1.0;

    /// <summary>Selects the best passages. Equally good passages are ordered by path and line.</summary>
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
