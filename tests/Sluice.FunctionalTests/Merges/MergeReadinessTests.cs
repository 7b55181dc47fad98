using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Merges;

/// <summary>A merge is known when one source has a value and all sources before it have none. It does not wait for later sources.</summary>
public sealed partial class MergeReadinessTests
{
    [Fact]
    public async Task Case_19_a_merge_does_not_wait_for_sources_after_the_one_that_is_taken()
    {
        var (one, two, three) = (new Gate(), new Gate(), new Gate());
        var taken = new List<int>();
        var run = new Race().RunAsync(one, two, three, taken).AsTask();

        two.Open(0);
        Assert.Empty(taken);
        one.Open(1);

        // The merge is taken while the third source is still running. Only the run waits for that source.
        Assert.Equal([1], taken);
        Assert.False(run.IsCompleted);
        three.Open(3);
        Assert.Equal(1, (await run.OrHang()).Number);
    }

    [Theory]
    [InlineData(new[] { 0, 1, 2 })]
    [InlineData(new[] { 0, 2, 1 })]
    [InlineData(new[] { 1, 0, 2 })]
    [InlineData(new[] { 1, 2, 0 })]
    [InlineData(new[] { 2, 0, 1 })]
    [InlineData(new[] { 2, 1, 0 })]
    public async Task The_first_that_produced_is_taken_once_in_whichever_order_the_sources_settle(int[] order)
    {
        for (var producing = 0; producing < 8; producing++)
        {
            Gate[] gates = [new(), new(), new()];
            var taken = new List<int>();
            var run = new Race().RunAsync(gates[0], gates[1], gates[2], taken).AsTask();
            foreach (var source in order)
            {
                gates[source].Open((producing & (1 << source)) != 0 ? source + 1 : 0);
            }

            List<int> expected =
            [
                .. Enumerable.Range(1, 3).Where(number => (producing & (1 << (number - 1))) != 0).Take(1),
            ];
            if (expected.Count > 0)
            {
                Assert.Equal(expected[0], (await run.OrHang()).Number);
            }
            else
            {
                Assert.Equal("none", (await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang())).Message);
            }

            Assert.Equal(expected, taken);
        }
    }

    [Fact]
    public async Task A_failure_of_a_source_that_is_not_waited_for_still_ends_the_run()
    {
        var (one, two, three) = (new Gate(), new Gate(), new Gate());
        var taken = new List<int>();
        var run = new Race().RunAsync(one, two, three, taken).AsTask();
        var failure = new InvalidDataException("late");

        one.Open(1);
        two.Open(0);
        three.Fail(failure);

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang()));
        Assert.Equal([1], taken);
    }

    [Pipeline]
    private sealed partial class Race
    {
        [return: From(nameof(Finish))]
        public partial ValueTask<Second> RunAsync(Gate one, Gate two, Gate three, List<int> taken);

        [Stage]
        private static async ValueTask<Optional<First>> OneAsync([From("one")] Gate gate) =>
            Made(await gate.WaitAsync());

        [Stage]
        private static async ValueTask<Optional<First>> TwoAsync([From("two")] Gate gate) =>
            Made(await gate.WaitAsync());

        [Stage]
        private static async ValueTask<Optional<First>> ThreeAsync([From("three")] Gate gate) =>
            Made(await gate.WaitAsync());

        [Stage]
        private static First Take(
            [From(nameof(OneAsync), nameof(TwoAsync), nameof(ThreeAsync))] First first,
            List<int> taken
        )
        {
            taken.Add(first.Number);
            return first;
        }

        [Stage]
        private static Second Finish([From(nameof(Take))] Optional<First> first) =>
            first.HasValue ? new(first.Value.Number) : throw new InvalidDataException("none");

        private static Optional<First> Made(int number) => number == 0 ? Optional.Skip("nothing") : new First(number);
    }
}
