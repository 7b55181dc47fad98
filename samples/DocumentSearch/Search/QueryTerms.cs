using DocumentSearch.Analysis;

namespace DocumentSearch.Search;

/// <summary>The terms of a query.</summary>
/// <param name="Words">The terms, in the order of the query.</param>
/// <param name="InOrder">
/// The numbers of the terms in the index, in the order of the query. Terms that no document contains are left out.
/// </param>
internal sealed record QueryTerms(IReadOnlyList<string> Words, IReadOnlyList<int> InOrder)
{
    /// <summary>The distinct terms, for highlighting.</summary>
    public IReadOnlySet<string> Texts { get; } = Words.ToHashSet(StringComparer.Ordinal);

    /// <summary>Splits a query into terms. Stop words are left out, unless the query contains nothing else.</summary>
    public static QueryTerms Of(SearchQuery query, Vocabulary vocabulary)
    {
        var all = Tokenizer.TermsOf(query.Text);
        var telling = all.Where(static term => !StopWords.Contains(term)).ToList();
        return Of(telling.Count > 0 ? telling : all, vocabulary);
    }

    /// <summary>Looks up terms.</summary>
    public static QueryTerms Of(IReadOnlyList<string> words, Vocabulary vocabulary) =>
        new(words, [.. words.Select(word => vocabulary.Find(word)).OfType<int>()]);
}
