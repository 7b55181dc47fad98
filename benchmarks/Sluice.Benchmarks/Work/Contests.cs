using Sluice.Benchmarks.Chain10;
using Sluice.Benchmarks.Chain3;
using Sluice.Benchmarks.Diamond;
using Sluice.Benchmarks.Fan8;

namespace Sluice.Benchmarks.Work;

/// <summary>The contests of all graphs.</summary>
internal static class Contests
{
    /// <summary>
    /// Runs the contests one after another, first with stages that complete immediately, then with stages that yield.
    /// </summary>
    /// <param name="output">The writer that receives the results.</param>
    /// <param name="part">A part of the name of the graphs to run, such as "chain of 3, yield". The empty text means all.</param>
    public static async Task RunAllAsync(TextWriter output, string part)
    {
        foreach (var yields in (bool[])[false, true])
        {
            var chain3 = new Chain3Benchmark { Yields = yields };
            chain3.Prepare();
            await RunAsync("chain of 3", chain3.Sluice, chain3.PooledBuilder, chain3.Await, chain3.Dataflow);

            var chain10 = new Chain10Benchmark { Yields = yields };
            chain10.Prepare();
            await RunAsync("chain of 10", chain10.Sluice, chain10.PooledBuilder, chain10.Await, chain10.Dataflow);

            var diamond = new DiamondBenchmark { Yields = yields };
            diamond.Prepare();
            await RunAsync("diamond", diamond.Sluice, diamond.PooledBuilder, diamond.Await, diamond.Dataflow);

            var fan8 = new Fan8Benchmark { Yields = yields };
            fan8.Prepare();
            await RunAsync("fan of 8", fan8.Sluice, fan8.PooledBuilder, fan8.Await, fan8.Dataflow);

            // Long enough to measure, and short enough that all contenders run under the same conditions.
            async Task RunAsync(
                string graph,
                Func<Task<int>> sluice,
                Func<Task<int>> pooledBuilder,
                Func<Task<int>> asyncMethod,
                Func<Task<int>> dataflow
            )
            {
                var name = graph + (yields ? ", yield" : ", at once");
                if (name.Contains(part, StringComparison.Ordinal))
                {
                    await Contest.RunAsync(
                        output,
                        name,
                        ("Sluice", sluice, yields ? 4 : 100),
                        ("pooled builder", pooledBuilder, yields ? 4 : 100),
                        ("await", asyncMethod, yields ? 4 : 50),
                        ("TPL Dataflow", dataflow, 1)
                    );
                }
            }
        }
    }
}
