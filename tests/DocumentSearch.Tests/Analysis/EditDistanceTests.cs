using DocumentSearch.Analysis;

namespace DocumentSearch.Tests.Analysis;

public class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("cycle", "cycle", 0)]
    [InlineData("cycle", "cycles", 1)]
    [InlineData("cycle", "cyle", 1)]
    [InlineData("cycle", "cyclo", 1)]
    [InlineData("cycle", "cycel", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ca", "abc", 2)]
    [InlineData("a cat", "an abct", 3)]
    public void Mistakes_are_counted(string left, string right, int distance)
    {
        Assert.Equal(distance, EditDistance.Between(left, right));
        Assert.Equal(distance, EditDistance.Between(right, left));
    }

    [Fact]
    public void It_is_the_fewest_mistakes_that_lead_from_one_word_to_the_other()
    {
        string[] words = [.. Words("ab", 3)];
        foreach (var left in words)
        {
            var reached = Reach(left, most: 5);
            Assert.All(words, right => Assert.Equal(reached[right], EditDistance.Between(left, right)));
        }
    }

    /// <summary>All words of the given letters, up to the given length.</summary>
    private static IEnumerable<string> Words(string letters, int length) =>
        length == 0
            ? [""]
            : [.. Words(letters, length - 1).SelectMany(word => letters.Select(l => word + l)).Append("")];

    /// <summary>
    /// Computes distances by their definition: visits all words that are one mistake away, and continues from each of them.
    /// </summary>
    private static Dictionary<string, int> Reach(string start, int most)
    {
        var distances = new Dictionary<string, int>(StringComparer.Ordinal) { [start] = 0 };
        var pending = new Queue<string>([start]);
        while (pending.TryDequeue(out var word))
        {
            foreach (
                var next in Mistakes(word)
                    .Where(next => next.Length <= most && distances.TryAdd(next, distances[word] + 1))
            )
            {
                pending.Enqueue(next);
            }
        }

        return distances;
    }

    private static IEnumerable<string> Mistakes(string word)
    {
        for (var place = 0; place <= word.Length; place++)
        {
            foreach (var letter in "ab")
            {
                yield return word.Insert(place, letter.ToString());
                if (place < word.Length)
                {
                    yield return word.Remove(place, 1).Insert(place, letter.ToString());
                }
            }

            if (place < word.Length)
            {
                yield return word.Remove(place, 1);
            }

            if (place + 1 < word.Length)
            {
                yield return word.Remove(place, 2).Insert(place, $"{word[place + 1]}{word[place]}");
            }
        }
    }
}
