namespace DocumentSearch.Indexing;

/// <summary>
/// The ranking function BM25 as defined by S. Robertson and H. Zaragoza in "The Probabilistic Relevance Framework: BM25
/// and Beyond", Foundations and Trends in Information Retrieval 3(4), 2009, with their usual parameters.
/// </summary>
internal static class Bm25
{
    /// <summary>The saturation of term frequency: how soon further occurrences of a term count for less.</summary>
    public const double K1 = 1.2;

    /// <summary>The normalization of length: how many more occurrences a long passage needs than a short one.</summary>
    public const double B = 0.75;

    /// <summary>
    /// Computes the weight of a term, which is higher for rarer terms. The 1 in the logarithm comes from Lucene; it
    /// keeps the weight positive for a term that most passages contain.
    /// </summary>
    /// <param name="passageCount">The number of passages.</param>
    /// <param name="passagesWithTerm">The number of passages that contain the term.</param>
    public static double Weight(int passageCount, int passagesWithTerm) =>
        Math.Log(1 + ((passageCount - passagesWithTerm + 0.5) / (passagesWithTerm + 0.5)));

    /// <summary>Computes the factor by which a passage receives a term's weight, between 0 and <c>K1 + 1</c>.</summary>
    /// <param name="frequency">
    /// The number of occurrences of the term in the passage. A weighted count need not be whole.
    /// </param>
    /// <param name="length">The number of terms in the passage.</param>
    /// <param name="averageLength">The average number of terms in a passage.</param>
    public static double Saturation(double frequency, int length, double averageLength) =>
        frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * length / averageLength))));

    /// <summary>Adds the scores of one term to the passages that contain it.</summary>
    public static void AddScores(FieldIndex field, int term, PassageScores scores)
    {
        var passages = field.PassagesWith(term);
        var weight = Weight(field.PassageCount, passages.Length);
        for (var index = 0; index < passages.Length; index++)
        {
            var frequency = field.PositionsOf(term, index).Length;
            scores.Add(
                passages[index],
                weight * Saturation(frequency, field.LengthOf(passages[index]), field.AverageLength)
            );
        }
    }
}
