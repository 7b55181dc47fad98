namespace DocumentSearch.Indexing;

/// <summary>
/// The ranking function BM25, as S. Robertson and H. Zaragoza give it in "The Probabilistic Relevance Framework: BM25 and Beyond",
/// Foundations and Trends in Information Retrieval 3(4), 2009, with their usual parameters.
/// </summary>
internal static class Bm25
{
    /// <summary>How soon further occurrences of a term count for less.</summary>
    public const double K1 = 1.2;

    /// <summary>How much a long passage has to have more occurrences than a short one.</summary>
    public const double B = 0.75;

    /// <summary>
    /// The weight of a term: the rarer, the heavier. The 1 in the logarithm is Lucene's; it keeps the weight of a term that most
    /// passages have above zero.
    /// </summary>
    /// <param name="passageCount">How many passages there are.</param>
    /// <param name="passagesWithTerm">How many of them have the term.</param>
    public static double Weight(int passageCount, int passagesWithTerm) =>
        Math.Log(1 + ((passageCount - passagesWithTerm + 0.5) / (passagesWithTerm + 0.5)));

    /// <summary>How much of a term's weight a passage gets: between 0 and <c>K1 + 1</c>.</summary>
    /// <param name="frequency">How often the passage has the term; a weighted count need not be whole.</param>
    /// <param name="length">How many terms the passage has.</param>
    /// <param name="averageLength">How many terms a passage has on average.</param>
    public static double Saturation(double frequency, int length, double averageLength) =>
        frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * length / averageLength))));

    /// <summary>Adds the scores of one term to those of the passages that have it.</summary>
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
