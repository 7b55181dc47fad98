using DocumentSearch.Indexing;

namespace DocumentSearch.Tests.Indexing;

public class FieldIndexTests
{
    private readonly FieldIndex _index = FieldIndex.Build([Terms(2, 0, 2), Terms(), Terms(0), Terms(2)], termCount: 4);

    [Fact]
    public void Each_term_has_its_passages_in_ascending_order()
    {
        Assert.Equal([0, 2], _index.PassagesWith(0).ToArray());
        Assert.Equal([], _index.PassagesWith(1).ToArray());
        Assert.Equal([0, 3], _index.PassagesWith(2).ToArray());
        Assert.Equal([], _index.PassagesWith(3).ToArray());
    }

    [Fact]
    public void Each_posting_has_its_positions()
    {
        Assert.Equal([1], _index.PositionsOf(0, 0).ToArray());
        Assert.Equal([0], _index.PositionsOf(0, 1).ToArray());
        Assert.Equal([0, 2], _index.PositionsOf(2, 0).ToArray());
        Assert.Equal([0], _index.PositionsOf(2, 1).ToArray());
    }

    [Fact]
    public void Lengths_are_kept_and_averaged_over_all_passages()
    {
        Assert.Equal([3, 0, 1, 1], Enumerable.Range(0, _index.PassageCount).Select(_index.LengthOf));
        Assert.Equal(1.25, _index.AverageLength);
    }

    [Fact]
    public void An_index_of_nothing_is_empty()
    {
        var empty = FieldIndex.Build([], termCount: 0);

        Assert.Equal(0, empty.PassageCount);
        Assert.Equal(0, empty.AverageLength);
    }

    private static ReadOnlyMemory<int> Terms(params int[] terms) => terms;
}
