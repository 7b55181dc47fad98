using DocumentSearch.Indexing;
using DocumentSearch.Search;
using Sluice;

namespace DocumentSearch.Pipelines;

/// <summary>Finds the passages that match terms best.</summary>
[Pipeline]
internal sealed partial class RankingPipeline(PassageIndex index, [Stages] PassageLookups lookups, StageTimings timings)
{
    /// <summary>Looks up terms in three ways at the same time.</summary>
    /// <param name="terms">The terms to look up.</param>
    /// <param name="limit">The maximum number of passages.</param>
    /// <param name="cancellationToken">A token that cancels the search.</param>
    public partial ValueTask<RankedPassages> RankAsync(
        QueryTerms terms,
        int limit,
        CancellationToken cancellationToken = default
    );

    /// <summary>Three stages produce scores, so the parameters name their producers.</summary>
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
