namespace DocumentSearch.Indexing;

/// <summary>
/// For each term, the passages that have it in one of their fields and the positions where. All postings lie in three arrays, one
/// term after the other, so that an index of millions of tokens is a handful of objects.
/// </summary>
internal sealed class FieldIndex
{
    /// <summary>Where the postings of a term start; one entry more than there are terms.</summary>
    private readonly int[] postingStarts;

    /// <summary>The passage of each posting; within a term they ascend.</summary>
    private readonly int[] passages;

    /// <summary>Where the positions of a posting start; one entry more than there are postings.</summary>
    private readonly int[] positionStarts;
    private readonly int[] positions;
    private readonly int[] lengths;

    private FieldIndex(int[] postingStarts, int[] passages, int[] positionStarts, int[] positions, int[] lengths)
    {
        this.postingStarts = postingStarts;
        this.passages = passages;
        this.positionStarts = positionStarts;
        this.positions = positions;
        this.lengths = lengths;
        AverageLength = lengths.Length == 0 ? 0 : (double)positions.Length / lengths.Length;
    }

    /// <summary>How many passages there are.</summary>
    public int PassageCount => lengths.Length;

    /// <summary>How many terms a passage has in this field, on average.</summary>
    public double AverageLength { get; }

    /// <summary>Builds the index of a field.</summary>
    /// <param name="fields">The term numbers of each passage, in order.</param>
    /// <param name="termCount">One more than the largest term number.</param>
    public static FieldIndex Build(IReadOnlyList<ReadOnlyMemory<int>> fields, int termCount)
    {
        // First count, then fill: how many postings and positions each term has decides where those of the next one start.
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

    /// <summary>How many terms a passage has in this field.</summary>
    public int LengthOf(int passage) => lengths[passage];

    /// <summary>The passages that have a term, in ascending order.</summary>
    public ReadOnlySpan<int> PassagesWith(int term) => passages.AsSpan(postingStarts[term]..postingStarts[term + 1]);

    /// <summary>Where a term is in one of the passages that have it.</summary>
    /// <param name="term">The term.</param>
    /// <param name="index">Which of <see cref="PassagesWith"/>.</param>
    public ReadOnlySpan<int> PositionsOf(int term, int index)
    {
        var posting = postingStarts[term] + index;
        return positions.AsSpan(positionStarts[posting]..positionStarts[posting + 1]);
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
