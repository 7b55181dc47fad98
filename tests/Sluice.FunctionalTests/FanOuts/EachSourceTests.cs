using System.Buffers;
using System.Collections.Immutable;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>The types that can be the source of a fan-out, and the types in which a stage can take an element.</summary>
public sealed partial class EachSourceTests
{
    private static readonly string[] Words = ["a", "b"];

    [Fact]
    public void Elements_of_a_memory_may_be_taken_in_a_wider_type() =>
        Assert.Equal(["<a>", "<b>"], new Wider().OfMemory(Words.AsMemory()));

    [Fact]
    public void Elements_of_a_memorys_owner_may_be_taken_in_a_wider_type()
    {
        using var owner = MemoryPool<string>.Shared.Rent(1);
        owner.Memory.Span.Fill("x");

        Assert.All(new Wider().OfOwner(owner), text => Assert.Equal("<x>", text));
    }

    [Fact]
    public void Collections_that_are_values_are_flattened()
    {
        var flat = new Flat();

        Assert.Equal(
            [2, 4, 6],
            flat.OfImmutable([
                [1, 2],
                [],
                [3],
            ])
        );
        Assert.Equal([2, 4, 6], flat.OfMemory(new List<int>[] { [1, 2], [3] }.AsMemory()));
        Assert.Equal([2, 4, 6], flat.OfSegments([new ArraySegment<int>([0, 1, 2], 1, 2), new ArraySegment<int>([3])]));
    }

    [Pipeline]
    private sealed partial class Wider
    {
        public partial string[] OfMemory(ReadOnlyMemory<string> words);

        public partial string[] OfOwner(IMemoryOwner<string> words);

        [Stage]
        private static string Show([Each] object word) => $"<{word}>";
    }

    [Pipeline]
    private sealed partial class Flat
    {
        public partial int[] OfImmutable(List<ImmutableArray<int>> numbers);

        public partial int[] OfMemory(Memory<List<int>> numbers);

        public partial int[] OfSegments(ArraySegment<int>[] numbers);

        [Stage]
        private static int Double([Each(Flatten = true)] int number) => number * 2;
    }
}
