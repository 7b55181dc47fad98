namespace DocumentSearch.Indexing;

/// <summary>
/// Maps each term to the passages that contain it in one of their fields, with its positions. All postings are stored
/// in three arrays, one term after another, so an index of millions of tokens consists of a few objects.
/// </summary>
internal sealed class FieldIndex
{
    /// <summary>The start of each term's postings, with one more entry than there are terms.</summary>
    private readonly int[] _postingStarts;

    /// <summary>The passage of each posting, in ascending order within a term.</summary>
    private readonly int[] _passages;

    /// <summary>The start of each posting's positions, with one more entry than there are postings.</summary>
    private readonly int[] _positionStarts;
    private readonly int[] _positions;
    private readonly int[] _lengths;

    private FieldIndex(int[] postingStarts, int[] passages, int[] positionStarts, int[] positions, int[] lengths)
    {
        _postingStarts = postingStarts;
        _passages = passages;
        _positionStarts = positionStarts;
        _positions = positions;
        _lengths = lengths;
        AverageLength = lengths.Length == 0 ? 0 : (double)positions.Length / lengths.Length;
    }

    /// <summary>The number of passages.</summary>
    public int PassageCount => _lengths.Length;

    /// <summary>The average number of terms in this field of a passage.</summary>
    public double AverageLength { get; }

    /// <summary>Builds the index of a field.</summary>
    /// <param name="fields">The term numbers of each passage, in order.</param>
    /// <param name="termCount">The largest term number plus one.</param>
    public static FieldIndex Build(IReadOnlyList<ReadOnlyMemory<int>> fields, int termCount)
    {
        // Count first, then fill: the numbers of postings and positions of each term determine where those of the next
        // term start.
        var (postingStarts, nextPositions) = CountPerTerm(fields, termCount);
        var passages = new int[postingStarts[^1]];
        var positionStarts = new int[passages.Length + 1];
        var positions = new int[nextPositions[^1]];
        positionStarts[^1] = positions.Length;
        var lengths = new int[fields.Count];
        var nextPostings = postingStarts.AsSpan(0, termCount).ToArray();
        for (var passage = 0; passage < fields.Count; passage++)
        {
            var terms = fields[passage].Span;
            lengths[passage] = terms.Length;
            for (var position = 0; position < terms.Length; position++)
            {
                var term = terms[position];
                var next = nextPostings[term];
                if (next == postingStarts[term] || passages[next - 1] != passage)
                {
                    passages[next] = passage;
                    positionStarts[next] = nextPositions[term];
                    nextPostings[term]++;
                }

                positions[nextPositions[term]++] = position;
            }
        }

        return new FieldIndex(postingStarts, passages, positionStarts, positions, lengths);
    }

    /// <summary>Returns the number of terms in this field of a passage.</summary>
    public int LengthOf(int passage) => _lengths[passage];

    /// <summary>Returns the passages that contain a term, in ascending order.</summary>
    public ReadOnlySpan<int> PassagesWith(int term) => _passages.AsSpan(_postingStarts[term].._postingStarts[term + 1]);

    /// <summary>Returns the positions of a term in one of the passages that contain it.</summary>
    /// <param name="term">The term.</param>
    /// <param name="index">The index of the passage in <see cref="PassagesWith"/>.</param>
    public ReadOnlySpan<int> PositionsOf(int term, int index)
    {
        var posting = _postingStarts[term] + index;
        return _positions.AsSpan(_positionStarts[posting].._positionStarts[posting + 1]);
    }

    private static (int[] PostingStarts, int[] PositionStarts) CountPerTerm(
        IReadOnlyList<ReadOnlyMemory<int>> fields,
        int termCount
    )
    {
        var postingStarts = new int[termCount + 1];
        var positionStarts = new int[termCount + 1];
        var lastPassages = new int[termCount];
        Array.Fill(lastPassages, -1);
        for (var passage = 0; passage < fields.Count; passage++)
        {
            foreach (var term in fields[passage].Span)
            {
                positionStarts[term + 1]++;
                if (lastPassages[term] != passage)
                {
                    lastPassages[term] = passage;
                    postingStarts[term + 1]++;
                }
            }
        }

        for (var term = 0; term < termCount; term++)
        {
            postingStarts[term + 1] += postingStarts[term];
            positionStarts[term + 1] += positionStarts[term];
        }

        return (postingStarts, positionStarts);
    }
}
