using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Loops;

/// <summary>Compares loops with the same ones by hand: seven rounds a run.</summary>
internal static class LoopContest
{
    /// <summary>Runs the contests one after another.</summary>
    /// <param name="output">The writer that receives the results.</param>
    public static async Task RunAsync(TextWriter output)
    {
        var steps = new Steps(yields: true);
        var hand = new HandLoops(steps);
        var chain = new ChainLoopPipeline(steps);
        var wide = new WideLoopPipeline(steps);
        await Contest.RunAsync(
            output,
            "loop, called",
            ("by hand", () => Synchronous(static run => HandLoops.Called(run * LoopStages.Rounds, default)), 20),
            ("Sluice", () => Synchronous(static run => CalledLoopPipeline.Run(run * LoopStages.Rounds, default)), 20)
        );
        await Contest.RunAsync(
            output,
            "loop, trivial",
            ("by hand", () => Synchronous(static run => HandLoops.Trivial(run * LoopStages.Rounds, default)), 20),
            ("Sluice", () => Synchronous(static run => TrivialLoopPipeline.Run(run * LoopStages.Rounds, default)), 20)
        );
        await Contest.RunAsync(
            output,
            "loop, chain yields",
            ("pooled builder", () => Asynchronous(hand.ChainAsync), 1),
            ("Sluice", () => Asynchronous(chain.RunAsync), 1)
        );
        await Contest.RunAsync(
            output,
            "loop, three yield",
            ("pooled builder", () => Asynchronous(hand.WideAsync), 1),
            ("Sluice", () => Asynchronous(wide.RunAsync), 1)
        );
    }

    private static Task<int> Synchronous(Func<int, double> run)
    {
        var sum = 0.0;
        for (var index = 0; index < Comparison.Runs; index++)
        {
            sum += run(index);
        }

        return Task.FromResult((int)sum);
    }

    private static async Task<int> Asynchronous(Func<int, ValueTask<int>> run)
    {
        var sum = 0;
        for (var index = 0; index < Comparison.Runs; index++)
        {
            sum += await run(index);
        }

        return sum;
    }
}
