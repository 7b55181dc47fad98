using DocumentSearch.Analysis;
using DocumentSearch.Indexing;
using Sluice;

namespace DocumentSearch.Search;

/// <summary>
/// Finds similarly spelled terms in the documents for the terms of a query that no document contains.
/// </summary>
internal static class SpellingCorrection
{
    private const int LongestWithoutMistake = 2;
    private const int LongestWithOneMistake = 5;

    /// <summary>Corrects the terms, or returns the reason why there is nothing to correct.</summary>
    public static Optional<CorrectedTerms> Correct(QueryTerms terms, PassageIndex index)
    {
        var unknown = terms.Texts.Where(word => index.Vocabulary.Find(word) is null).ToList();
        if (unknown.Count == 0)
        {
            return Optional.Skip("the documents have every word of the query");
        }

        var meant = unknown
            .Select(word => (Written: word, Meant: FindNearest(word, index)))
            .Where(static pair => pair.Meant is not null)
            .ToDictionary(static pair => pair.Written, static pair => pair.Meant!, StringComparer.Ordinal);
        if (meant.Count == 0)
        {
            return Optional.Skip("the documents have no word that is spelt nearly alike");
        }

        return new CorrectedTerms(
            QueryTerms.Of([.. terms.Words.Select(word => meant.GetValueOrDefault(word, word))], index.Vocabulary),
            [.. terms.Words.Where(meant.ContainsKey).Distinct().Select(word => new Correction(word, meant[word]))]
        );
    }

    /// <summary>
    /// Returns the nearest word. Among words with the fewest mistakes, the one in the most passages wins, so that a
    /// rare misspelling is not mistaken for the word.
    /// </summary>
    private static string? FindNearest(string word, PassageIndex index)
    {
        var limit = MistakesIn(word);
        return index
            .Vocabulary.All.Where(term => Math.Abs(term.Key.Length - word.Length) <= limit)
            .Select(term => (term.Key, term.Value, Distance: EditDistance.Between(word, term.Key)))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(static candidate => candidate.Distance)
            .ThenByDescending(candidate => index.Bodies.PassagesWith(candidate.Value).Length)
            .ThenBy(static candidate => candidate.Key, StringComparer.Ordinal)
            .Select(static candidate => candidate.Key)
            .FirstOrDefault();
    }

    /// <summary>
    /// Returns the number of mistakes that a word may have. More would turn short words into any others.
    /// </summary>
    private static int MistakesIn(string word) =>
        word.Length switch
        {
            <= LongestWithoutMistake => 0,
            <= LongestWithOneMistake => 1,
            _ => 2,
        };
}
