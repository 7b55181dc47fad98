namespace DocumentSearch.Indexing;

/// <summary>Scores terms that occur close together.</summary>
/// <remarks>
/// The method follows Y. Rasolofo and J. Savoy, "Term Proximity Scoring for Keyword-Based Retrieval Systems", ECIR
/// 2003: each occurrence of a pair within a few words counts one over the square of its distance. Here only pairs of
/// adjacent terms in the query count, and only in the order of the query, so that phrases score highest.
/// </remarks>
internal static class Proximity
{
    /// <summary>The maximum distance of a pair. Words further apart are unrelated.</summary>
    public const int MaximumDistance = 5;

    /// <summary>Adds the scores of a pair of terms to the passages that contain both.</summary>
    public static void AddScores(FieldIndex field, int first, int second, PassageScores scores)
    {
        var firstPassages = field.PassagesWith(first);
        var secondPassages = field.PassagesWith(second);
        var weight = Math.Min(
            Bm25.Weight(field.PassageCount, firstPassages.Length),
            Bm25.Weight(field.PassageCount, secondPassages.Length)
        );
        for (int i = 0, j = 0; i < firstPassages.Length && j < secondPassages.Length; )
        {
            var order = firstPassages[i].CompareTo(secondPassages[j]);
            if (order == 0)
            {
                var passage = firstPassages[i];
                var closeness = Closeness(field.PositionsOf(first, i), field.PositionsOf(second, j));
                if (closeness > 0)
                {
                    var saturation = Bm25.Saturation(closeness, field.LengthOf(passage), field.AverageLength);
                    scores.Add(passage, weight * saturation);
                }
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }

    /// <summary>
    /// Computes the sum of one over the squared distance, over all pairs of positions in which the second follows the
    /// first.
    /// </summary>
    public static double Closeness(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        var closeness = 0.0;
        var start = 0;
        foreach (var position in first)
        {
            while (start < second.Length && second[start] <= position)
            {
                start++;
            }

            for (var index = start; index < second.Length && second[index] - position <= MaximumDistance; index++)
            {
                var distance = (double)(second[index] - position);
                closeness += 1 / (distance * distance);
            }
        }

        return closeness;
    }
}
