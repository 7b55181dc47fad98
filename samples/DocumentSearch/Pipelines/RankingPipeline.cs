using DocumentSearch.Indexing;
using DocumentSearch.Search;
using Sluice;

namespace DocumentSearch.Pipelines;

/// <summary>Finds the passages that fit some terms best.</summary>
[Pipeline]
internal sealed partial class RankingPipeline(PassageIndex index, [Stages] PassageLookups lookups, StageTimings timings)
{
    /// <summary>Looks terms up in three ways at once.</summary>
    /// <param name="terms">What to look for.</param>
    /// <param name="limit">How many passages to find at most.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public partial ValueTask<RankedPassages> RankAsync(
        QueryTerms terms,
        int limit,
        CancellationToken cancellationToken = default
    );

    /// <summary>Three stages give scores, so the parameters say which of them they mean.</summary>
    [Stage]
    private RankedPassages Rank(
        [From(nameof(PassageLookups.ScoreBodies))] PassageScores bodies,
        [From(nameof(PassageLookups.ScoreHeadings))] PassageScores headings,
        [From(nameof(PassageLookups.ScoreProximity))] PassageScores proximity,
        int limit,
        StageContext context
    )
    {
        using var measurement = timings.Measure(context);
        return PassageRanking.Rank(index, bodies, headings, proximity, limit);
    }
}
