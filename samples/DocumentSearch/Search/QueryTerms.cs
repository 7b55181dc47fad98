using DocumentSearch.Analysis;

namespace DocumentSearch.Search;

/// <summary>The terms that a query looks for.</summary>
/// <param name="InOrder">Their numbers in the index, in the query's order; terms that no document has are left out.</param>
/// <param name="Texts">The terms themselves, to be highlighted.</param>
internal sealed record QueryTerms(IReadOnlyList<int> InOrder, IReadOnlySet<string> Texts)
{
    /// <summary>Takes a query apart. Stop words are left out, unless the query has nothing else.</summary>
    public static QueryTerms Of(SearchQuery query, Vocabulary vocabulary)
    {
        var all = Tokenizer.TermsOf(query.Text);
        var telling = all.Where(static term => !StopWords.Contains(term)).ToList();
        var terms = telling.Count > 0 ? telling : all;
        var numbers = terms.Select(term => vocabulary.Find(term)).OfType<int>().ToList();
        return new QueryTerms(numbers, terms.ToHashSet(StringComparer.Ordinal));
    }
}
