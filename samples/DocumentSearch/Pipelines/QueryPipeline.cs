using DocumentSearch.Documents;
using DocumentSearch.Indexing;
using DocumentSearch.Search;
using Sluice;

namespace DocumentSearch.Pipelines;

/// <summary>Answers queries. One instance answers any number of them at once.</summary>
[Pipeline]
internal sealed partial class QueryPipeline(
    PassageIndex index,
    DocumentPipeline documents,
    [Stages] PassageLookups lookups,
    StageTimings timings
)
{
    /// <summary>Answers a query.</summary>
    public partial ValueTask<SearchAnswer> AnswerAsync(
        SearchQuery query,
        CancellationToken cancellationToken = default
    );

    [Stage]
    private QueryTerms Analyze(SearchQuery query, StageContext context)
    {
        using var measurement = timings.Measure(context);
        return QueryTerms.Of(query, index.Vocabulary);
    }

    /// <summary>Three stages give scores, so the parameters say which of them they mean.</summary>
    [Stage]
    private RankedPassages Rank(
        SearchQuery query,
        [From(nameof(PassageLookups.ScoreBodies))] PassageScores bodies,
        [From(nameof(PassageLookups.ScoreHeadings))] PassageScores headings,
        [From(nameof(PassageLookups.ScoreProximity))] PassageScores proximity,
        StageContext context
    )
    {
        using var measurement = timings.Measure(context);
        return PassageRanking.Rank(index, bodies, headings, proximity, query.Limit);
    }

    /// <summary>The index keeps no text: the few documents that are shown are read again.</summary>
    [Stage]
    private async ValueTask<SearchAnswer> ExcerptAsync(
        RankedPassages ranked,
        QueryTerms terms,
        StageContext context,
        CancellationToken cancellationToken
    )
    {
        using var measurement = timings.Measure(context);
        var splits = new Dictionary<DocumentFile, SplitDocument?>();
        var hits = new List<SearchHit>(ranked.Best.Count);
        foreach (var (place, score) in ranked.Best)
        {
            if (!splits.TryGetValue(place.File, out var split))
            {
                split = await SplitOrNullAsync(place.File, cancellationToken);
                splits.Add(place.File, split);
            }

            var passage = split?.Passages.ElementAtOrDefault(place.Ordinal);
            // A file that has changed in the meantime may have another passage there.
            var excerpt = passage?.Lines[0].Number == place.Line ? ExcerptPicker.Pick(passage, terms.Texts) : null;
            hits.Add(new SearchHit(place, score, excerpt));
        }

        return new SearchAnswer(hits, ranked.MatchCount, terms);
    }

    private async ValueTask<SplitDocument?> SplitOrNullAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        try
        {
            return await documents.SplitAsync(file, cancellationToken);
        }
        catch (DocumentSkippedException)
        {
            return null;
        }
    }
}
