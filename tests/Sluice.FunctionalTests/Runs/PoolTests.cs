using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Runs;

/// <summary>The pool of an entry point grows and shrinks with the load.</summary>
public sealed partial class PoolTests
{
    [Fact]
    public void The_pool_lets_go_of_what_collections_of_the_oldest_generation_find_idle()
    {
        Load(new Peak().RunAsync, runsInFlight: 1_000);
        Assert.InRange(Count(typeof(Peak)), 500, 1_000);

        RunObjects.Collect(until: () => Count(typeof(Peak)) == 0);

        Assert.Equal(0, Count(typeof(Peak)));
        Load(new Peak().RunAsync, runsInFlight: 100);
    }

    [Fact]
    public void The_pool_keeps_what_a_steady_load_uses()
    {
        const int RunsInFlight = 200;
        for (var round = 0; round < 10; round++)
        {
            Load(new Steady().RunAsync, RunsInFlight);
            Assert.InRange(Count(typeof(Steady)), RunsInFlight / 2, RunsInFlight);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private static void Load(Func<Gate, ValueTask<Second>> start, int runsInFlight)
    {
        var gates = Enumerable.Range(0, runsInFlight).Select(_ => new Gate()).ToArray();
#pragma warning disable CA2012 // Each task is consumed once, after all runs have started.
        var runs = gates.Select(start).ToArray();
#pragma warning restore CA2012
        foreach (var gate in gates)
        {
            gate.Open(1);
        }

        Assert.All(runs, run => Assert.Equal(new Second(2), Taken.From(run)));
    }

    private static int Count(Type pipeline) => RunObjects.PooledCount(pipeline, "RunAsync");

    [Pipeline]
    private sealed partial class Peak
    {
        public partial ValueTask<Second> RunAsync(Gate gate);

        [Stage]
        private static async Task<First> FirstAsync(Gate gate) => new(await gate.WaitAsync());

        [Stage]
        private static Second Second(First first) => new(first.Number + 1);
    }

    [Pipeline]
    private sealed partial class Steady
    {
        public partial ValueTask<Second> RunAsync(Gate gate);

        [Stage]
        private static async Task<First> FirstAsync(Gate gate) => new(await gate.WaitAsync());

        [Stage]
        private static Second Second(First first) => new(first.Number + 1);
    }
}
