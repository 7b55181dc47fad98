using Sluice.Benchmarks.Chain3;
using Sluice.Benchmarks.Diamond;
using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Telemetry;

/// <summary>
/// Measures the cost of telemetry: without listeners against the same pipeline compiled without telemetry, and with
/// listeners against the same spans and metrics written by hand.
/// </summary>
internal static class TelemetryContest
{
    private const int SpansOfDiamond = 5;

    private static readonly SumPipeline Sum = new();
    private static readonly TracedSumPipeline TracedSum = new();
    private static readonly HandTracedSum HandSum = new();

    /// <summary>Runs the contests one after another.</summary>
    public static async Task RunAllAsync(TextWriter output)
    {
        var atOnce = new Steps(yields: false);
        var yielding = new Steps(yields: true);
        await output.WriteLineAsync("nobody listens");
        await CompareOffAsync(output, atOnce, yielding);

        await output.WriteLineAsync("somebody listens");
        using var listeners = new Listeners();
        await ExpectSameAsync(listeners, atOnce);
        await CompareOnAsync(output, atOnce, yielding);
    }

    private static async Task CompareOffAsync(TextWriter output, Steps atOnce, Steps yielding)
    {
        await Contest.RunAsync(
            output,
            "3 synchronous",
            ("without", SumAsync, 200),
            ("with telemetry", TracedSumAsync, 200)
        );
        var (chain, tracedChain) = (new Chain3Pipeline(atOnce), new TracedChain3Pipeline(atOnce));
        await Contest.RunAsync(
            output,
            "chain of 3, at once",
            ("without", () => ChainAsync(chain), 100),
            ("with telemetry", () => TracedChainAsync(tracedChain), 100)
        );
        var (diamond, tracedDiamond) = (new DiamondPipeline(yielding), new TracedDiamondPipeline(yielding));
        await Contest.RunAsync(
            output,
            "diamond, yield",
            ("without", () => DiamondAsync(diamond), 4),
            ("with telemetry", () => TracedDiamondAsync(tracedDiamond), 4)
        );
    }

    private static async Task CompareOnAsync(TextWriter output, Steps atOnce, Steps yielding)
    {
        await Contest.RunAsync(
            output,
            "3 synchronous",
            ("by hand", HandSumAsync, 1),
            ("Sluice", TracedSumAsync, 1),
            ("bare spans", BareAsync, 1)
        );
        var (chain, handChain) = (new TracedChain3Pipeline(atOnce), new HandTracedChain3(atOnce));
        await Contest.RunAsync(
            output,
            "chain of 3, at once",
            ("by hand", () => HandChainAsync(handChain), 1),
            ("Sluice", () => TracedChainAsync(chain), 1)
        );
        var (yieldingChain, handYieldingChain) = (new TracedChain3Pipeline(yielding), new HandTracedChain3(yielding));
        await Contest.RunAsync(
            output,
            "chain of 3, yield",
            ("by hand", () => HandChainAsync(handYieldingChain), 1),
            ("Sluice", () => TracedChainAsync(yieldingChain), 1)
        );
        var (diamond, handDiamond) = (new TracedDiamondPipeline(yielding), new HandTracedDiamond(yielding));
        await Contest.RunAsync(
            output,
            "diamond, yield",
            ("by hand", () => HandDiamondAsync(handDiamond), 1),
            ("Sluice", () => TracedDiamondAsync(diamond), 1)
        );
    }

    // The comparison is meaningful only if all contenders produce the same telemetry.
    private static async Task ExpectSameAsync(Listeners listeners, Steps steps)
    {
        var sluice = new TracedDiamondPipeline(steps);
        var byHand = new HandTracedDiamond(steps);
        var before = listeners.Counts;
        await sluice.RunAsync(1);
        var between = listeners.Counts;
        await byHand.RunAsync(1);
        var after = listeners.Counts;
        var ofSluice = Difference(before, between);
        var ofHand = Difference(between, after);
        if (ofSluice != ofHand || ofSluice.Spans != SpansOfDiamond)
        {
            throw new InvalidOperationException($"Sluice gives {ofSluice}, and what is written by hand {ofHand}.");
        }
    }

    private static (long Spans, long Tags, long Measurements) Difference(
        (long Spans, long Tags, long Measurements) before,
        (long Spans, long Tags, long Measurements) after
    ) => (after.Spans - before.Spans, after.Tags - before.Tags, after.Measurements - before.Measurements);

    private static Task<int> SumAsync()
    {
        var sum = 0;
        for (var run = 0; run < Comparison.Runs; run++)
        {
            sum += Sum.Run(run);
        }

        return Task.FromResult(sum);
    }

    private static Task<int> TracedSumAsync()
    {
        var sum = 0;
        for (var run = 0; run < Comparison.Runs; run++)
        {
            sum += TracedSum.Run(run);
        }

        return Task.FromResult(sum);
    }

    private static Task<int> HandSumAsync()
    {
        var sum = 0;
        for (var run = 0; run < Comparison.Runs; run++)
        {
            sum += HandSum.Run(run);
        }

        return Task.FromResult(sum);
    }

    private static Task<int> BareAsync()
    {
        var sum = 0;
        for (var run = 0; run < Comparison.Runs; run++)
        {
            sum += BareSpans.Run(3);
        }

        return Task.FromResult(sum);
    }

    private static async Task<int> ChainAsync(Chain3Pipeline chain)
    {
        var sum = 0;
        for (var run = 0; run < Comparison.Runs; run++)
        {
            sum += await chain.RunAsync(run);
        }

        return sum;
    }

    private static async Task<int> TracedChainAsync(TracedChain3Pipeline chain)
    {
        var sum = 0;
        for (var run = 0; run < Comparison.Runs; run++)
        {
            sum += await chain.RunAsync(run);
        }

        return sum;
    }

    private static async Task<int> HandChainAsync(HandTracedChain3 chain)
    {
        var sum = 0;
        for (var run = 0; run < Comparison.Runs; run++)
        {
            sum += await chain.RunAsync(run);
        }

        return sum;
    }

    private static async Task<int> DiamondAsync(DiamondPipeline diamond)
    {
        var sum = 0;
        for (var run = 0; run < Comparison.Runs; run++)
        {
            sum += await diamond.RunAsync(run);
        }

        return sum;
    }

    private static async Task<int> TracedDiamondAsync(TracedDiamondPipeline diamond)
    {
        var sum = 0;
        for (var run = 0; run < Comparison.Runs; run++)
        {
            sum += await diamond.RunAsync(run);
        }

        return sum;
    }

    private static async Task<int> HandDiamondAsync(HandTracedDiamond diamond)
    {
        var sum = 0;
        for (var run = 0; run < Comparison.Runs; run++)
        {
            sum += await diamond.RunAsync(run);
        }

        return sum;
    }
}
