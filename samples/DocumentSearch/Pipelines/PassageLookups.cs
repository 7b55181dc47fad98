using DocumentSearch.Indexing;
using DocumentSearch.Search;
using Sluice;

namespace DocumentSearch.Pipelines;

/// <summary>
/// The stages that look a query up. None needs another's scores, and each is offloaded, so they run at the same time.
/// </summary>
internal sealed class PassageLookups(PassageIndex index, StageTimings timings)
{
    /// <summary>By what the passages say.</summary>
    [Stage, Offload]
    public PassageScores ScoreBodies(QueryTerms terms, StageContext context)
    {
        using var measurement = timings.Measure(context);
        return ScoreField(index.Bodies, terms);
    }

    /// <summary>By the headings above the passages.</summary>
    [Stage, Offload]
    public PassageScores ScoreHeadings(QueryTerms terms, StageContext context)
    {
        using var measurement = timings.Measure(context);
        return ScoreField(index.Headings, terms);
    }

    /// <summary>By how close the terms stand together.</summary>
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
