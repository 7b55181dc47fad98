using DocumentSearch.Documents;
using DocumentSearch.Indexing;
using DocumentSearch.Search;
using Sluice;

namespace DocumentSearch.Pipelines;

/// <summary>Answers queries. One instance can answer any number of queries at the same time.</summary>
[Pipeline]
internal sealed partial class QueryPipeline(PassageIndex index, DocumentPipeline documents, RankingPipeline ranking)
{
    /// <summary>Answers a query. If it finds little and seems misspelled, the corrected query is answered.</summary>
    public partial ValueTask<PipelineResult<SearchAnswer>> AnswerAsync(
        SearchQuery query,
        CancellationToken cancellationToken = default
    );

    [Stage]
    private QueryTerms Analyze(SearchQuery query) => QueryTerms.Of(query, index.Vocabulary);

    [Stage]
    private ValueTask<RankedPassages> SearchAsync(
        SearchQuery query,
        QueryTerms terms,
        CancellationToken cancellationToken
    ) => ranking.RankAsync(terms, query.Limit, cancellationToken);

    /// <summary>
    /// A condition that is evaluated once, after the search, and decides whether the spelling is checked.
    /// </summary>
    private static bool FindsLittle([From(nameof(SearchAsync))] RankedPassages ranked) => ranked.AreFew;

    /// <summary>Offloaded, because the documents may have many different words.</summary>
    [Stage, Offload, When(nameof(FindsLittle))]
    private Optional<CorrectedTerms> Correct(QueryTerms terms) => SpellingCorrection.Correct(terms, index);

    /// <summary>
    /// Skipped together with its dependency: if nothing was corrected, there is nothing to search again.
    /// </summary>
    [Stage]
    private ValueTask<RankedPassages> SearchAgainAsync(
        SearchQuery query,
        CorrectedTerms corrected,
        CancellationToken cancellationToken
    ) => ranking.RankAsync(corrected.Terms, query.Limit, cancellationToken);

    /// <summary>Reads the few displayed documents again, because the index keeps no text.</summary>
    [Stage]
    private async ValueTask<SearchAnswer> ExcerptAsync(
        [From(nameof(SearchAgainAsync), nameof(SearchAsync))] RankedPassages ranked,
        QueryTerms written,
        Optional<CorrectedTerms> corrected,
        CancellationToken cancellationToken
    )
    {
        var terms = corrected.HasValue ? corrected.Value.Terms : written;
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
            // A file that has changed in the meantime may have another passage at this location.
            var excerpt = passage?.Lines[0].Number == place.Line ? ExcerptPicker.Pick(passage, terms.Texts) : null;
            hits.Add(new SearchHit(place, score, excerpt));
        }

        return new SearchAnswer(hits, ranked.MatchCount, terms, corrected.HasValue ? corrected.Value.Corrections : []);
    }

    private async ValueTask<SplitDocument?> SplitOrNullAsync(DocumentFile file, CancellationToken cancellationToken)
    {
        try
        {
            return (await documents.SplitAsync(file, cancellationToken)).ValueOr(null!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
