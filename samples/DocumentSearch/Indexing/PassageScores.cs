namespace DocumentSearch.Indexing;

/// <summary>The scores of the passages that have one.</summary>
internal sealed class PassageScores(int passageCount)
{
    private readonly double[] _scores = new double[passageCount];
    private readonly List<int> _passages = [];

    /// <summary>The passages that have a score, unordered.</summary>
    public IReadOnlyList<int> Passages => _passages;

    /// <summary>Gets the score of a passage, or 0 if it has none.</summary>
    public double this[int passage] => _scores[passage];

    /// <summary>Adds to the score of a passage.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="score">The score to add, greater than 0.</param>
    public void Add(int passage, double score)
    {
        if (_scores[passage] == 0)
        {
            _passages.Add(passage);
        }

        _scores[passage] += score;
    }

    /// <summary>Adds other scores, multiplied by a factor.</summary>
    public void Add(PassageScores others, double factor)
    {
        foreach (var passage in others._passages)
        {
            Add(passage, factor * others._scores[passage]);
        }
    }
}
