using DocumentSearch.Indexing;

namespace DocumentSearch.Tests.Indexing;

public class Bm25Tests
{
    private const int Precision = 6;

    [Theory]
    [InlineData(3, 1, 0.980829)] // ln(1 + 2.5 / 1.5)
    [InlineData(3, 2, 0.470004)] // ln(1 + 1.5 / 2.5)
    [InlineData(3, 3, 0.133531)] // ln(1 + 0.5 / 3.5)
    public void The_rarer_a_term_the_heavier_it_weighs(int passages, int passagesWithTerm, double weight) =>
        Assert.Equal(weight, Bm25.Weight(passages, passagesWithTerm), Precision);

    [Theory]
    [InlineData(1, 3, 3, 1.0)] // 2.2 / (1 + 1.2)
    [InlineData(2, 4, 3, 1.257143)] // 4.4 / (2 + 1.2 × (0.25 + 0.75 × 4/3))
    [InlineData(1, 6, 3, 0.709677)] // 2.2 / (1 + 1.2 × (0.25 + 0.75 × 2))
    public void Further_occurrences_count_for_less_and_so_does_a_long_passage(
        int frequency,
        int length,
        double averageLength,
        double saturation
    ) => Assert.Equal(saturation, Bm25.Saturation(frequency, length, averageLength), Precision);

    [Fact]
    public void Scores_of_a_small_collection_are_those_computed_by_hand()
    {
        // Three passages of 4, 2 and 3 terms, so 3 on average; term 0 is in the first (twice) and in the third.
        var field = FieldIndex.Build([Terms(0, 1, 0, 2), Terms(1, 3), Terms(2, 0, 3)], termCount: 4);
        var scores = new PassageScores(3);

        Bm25.AddScores(field, 0, scores);

        Assert.Equal([0, 2], scores.Passages);
        Assert.Equal(0.590862, scores[0], Precision); // 0.470004 × 1.257143
        Assert.Equal(0, scores[1]);
        Assert.Equal(0.470004, scores[2], Precision); // 0.470004 × 1
    }

    private static ReadOnlyMemory<int> Terms(params int[] terms) => terms;
}
