using DocumentSearch.Analysis;

namespace DocumentSearch.Search;

/// <summary>The terms that a query looks for.</summary>
/// <param name="Words">The terms themselves, in the query's order.</param>
/// <param name="InOrder">Their numbers in the index, in the query's order; terms that no document has are left out.</param>
internal sealed record QueryTerms(IReadOnlyList<string> Words, IReadOnlyList<int> InOrder)
{
    /// <summary>The terms without repetition, to be highlighted.</summary>
    public IReadOnlySet<string> Texts { get; } = Words.ToHashSet(StringComparer.Ordinal);

    /// <summary>Takes a query apart. Stop words are left out, unless the query has nothing else.</summary>
    public static QueryTerms Of(SearchQuery query, Vocabulary vocabulary)
    {
        var all = Tokenizer.TermsOf(query.Text);
        var telling = all.Where(static term => !StopWords.Contains(term)).ToList();
        return Of(telling.Count > 0 ? telling : all, vocabulary);
    }

    /// <summary>Looks terms up.</summary>
    public static QueryTerms Of(IReadOnlyList<string> words, Vocabulary vocabulary) =>
        new(words, [.. words.Select(word => vocabulary.Find(word)).OfType<int>()]);
}
