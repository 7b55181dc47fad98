namespace DocumentSearch.Indexing;

/// <summary>A score for each passage that has any.</summary>
internal sealed class PassageScores(int passageCount)
{
    private readonly double[] scores = new double[passageCount];
    private readonly List<int> passages = [];

    /// <summary>The passages that have a score, in no particular order.</summary>
    public IReadOnlyList<int> Passages => passages;

    /// <summary>The score of a passage, 0 for one without.</summary>
    public double this[int passage] => scores[passage];

    /// <summary>Adds to the score of a passage.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="score">How much, greater than 0.</param>
    public void Add(int passage, double score)
    {
        if (scores[passage] == 0)
        {
            passages.Add(passage);
        }

        scores[passage] += score;
    }

    /// <summary>Adds a multiple of other scores.</summary>
    public void Add(PassageScores others, double factor)
    {
        foreach (var passage in others.passages)
        {
            Add(passage, factor * others.scores[passage]);
        }
    }
}
