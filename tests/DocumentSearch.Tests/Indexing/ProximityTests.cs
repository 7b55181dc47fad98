using DocumentSearch.Indexing;

namespace DocumentSearch.Tests.Indexing;

public class ProximityTests
{
    [Theory]
    [InlineData(new[] { 3 }, new[] { 4 }, 1.0)]
    [InlineData(new[] { 3 }, new[] { 5 }, 0.25)]
    [InlineData(new[] { 3 }, new[] { 8 }, 0.04)]
    [InlineData(new[] { 3 }, new[] { 9 }, 0.0)]
    [InlineData(new[] { 4 }, new[] { 3 }, 0.0)]
    [InlineData(new[] { 0, 10 }, new[] { 1, 2, 11 }, 2.25)]
    public void Closeness_is_the_sum_of_one_over_the_distance_squared(int[] first, int[] second, double closeness) =>
        Assert.Equal(closeness, Proximity.Closeness(first, second), 6);

    [Fact]
    public void A_phrase_scores_higher_than_the_same_words_apart_and_only_passages_with_both_score()
    {
        var field = FieldIndex.Build(
            [Terms(0, 1, 2, 2), Terms(0, 2, 2, 1), Terms(0, 2, 2, 2), Terms(1, 2, 2, 2)],
            termCount: 3
        );
        var scores = new PassageScores(4);

        Proximity.AddScores(field, 0, 1, scores);

        Assert.Equal([0, 1], scores.Passages.Order());
        Assert.True(scores[0] > 2 * scores[1], $"{scores[0]} against {scores[1]}");
    }

    private static ReadOnlyMemory<int> Terms(params int[] terms) => terms;
}
