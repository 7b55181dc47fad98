using DocumentSearch.Indexing;
using DocumentSearch.Search;
using Sluice;

namespace DocumentSearch.Pipelines;

/// <summary>
/// The stages that look up a query. They are independent of one another, and each is offloaded, so they run at the same
/// time.
/// </summary>
internal sealed class PassageLookups(PassageIndex index, StageTimings timings)
{
    /// <summary>Scores the texts of the passages.</summary>
    [Stage, Offload]
    public PassageScores ScoreBodies(QueryTerms terms, StageContext context)
    {
        using var measurement = timings.Measure(context);
        return ScoreField(index.Bodies, terms);
    }

    /// <summary>Scores the headings above the passages.</summary>
    [Stage, Offload]
    public PassageScores ScoreHeadings(QueryTerms terms, StageContext context)
    {
        using var measurement = timings.Measure(context);
        return ScoreField(index.Headings, terms);
    }

    /// <summary>Scores terms that occur close together.</summary>
    [Stage, Offload]
    public PassageScores ScoreProximity(QueryTerms terms, StageContext context)
    {
        using var measurement = timings.Measure(context);
        var scores = new PassageScores(index.Places.Count);
        foreach (var (first, second) in terms.InOrder.Zip(terms.InOrder.Skip(1)).Distinct())
        {
            Proximity.AddScores(index.Bodies, first, second, scores);
        }

        return scores;
    }

    private static PassageScores ScoreField(FieldIndex field, QueryTerms terms)
    {
        var scores = new PassageScores(field.PassageCount);
        foreach (var term in terms.InOrder.Distinct())
        {
            Bm25.AddScores(field, term, scores);
        }

        return scores;
    }
}
