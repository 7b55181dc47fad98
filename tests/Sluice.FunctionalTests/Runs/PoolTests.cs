using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Runs;

/// <summary>The pool of an entry point grows with the load and follows it down.</summary>
public sealed partial class PoolTests
{
    [Fact]
    public void The_pool_lets_go_of_what_collections_of_the_oldest_generation_find_idle()
    {
        Load(runsInFlight: 1_000);
        Assert.InRange(Count(), 500, 1_000);

        RunObjects.Collect(until: () => Count() == 0);

        Assert.Equal(0, Count());
        Load(runsInFlight: 100);
    }

    private static void Load(int runsInFlight)
    {
        var pipeline = new Pooling();
        var gates = Enumerable.Range(0, runsInFlight).Select(_ => new Gate()).ToArray();
#pragma warning disable CA2012 // Each of them is taken once, after all have started.
        var runs = gates.Select(gate => pipeline.RunAsync(gate)).ToArray();
#pragma warning restore CA2012
        foreach (var gate in gates)
        {
            gate.Open(1);
        }

        Assert.All(runs, run => Assert.Equal(new Second(2), Taken.From(run)));
    }

    private static int Count() => RunObjects.PooledCount(typeof(Pooling), nameof(Pooling.RunAsync));

    [Pipeline]
    private sealed partial class Pooling
    {
        public partial ValueTask<Second> RunAsync(Gate gate);

        [Stage]
        private static async Task<First> FirstAsync(Gate gate) => new(await gate.WaitAsync());

        [Stage]
        private static Second Second(First first) => new(first.Number + 1);
    }
}
