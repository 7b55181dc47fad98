using System.Globalization;
using Polly;
using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Policies;

/// <summary>The happy path of policies: a pipeline with one stage against Polly's pipeline around the same work.</summary>
internal static class PolicyContest
{
    /// <summary>Runs the contests one after the other, first where the work completes at once, then where it yields.</summary>
    public static async Task RunAsync(TextWriter output)
    {
        var retry = new RetryPipeline();
        var timeout = new TimeoutPipeline();
        var both = new RetryTimeoutPipeline();
        var five = new FivePoliciesPipeline();
        foreach (var yields in (bool[])[false, true])
        {
            PolicyWork.Yields = yields;
            await CompareAsync(output, "retry", input => retry.RunAsync(input), PollyPipelines.Retry);
            await CompareAsync(output, "timeout", input => timeout.RunAsync(input), PollyPipelines.Timeout);
            await CompareAsync(output, "retry, timeout", input => both.RunAsync(input), PollyPipelines.RetryTimeout);
            await CompareAsync(output, "five policies", input => five.RunAsync(input), PollyPipelines.Five);
        }
    }

    private static async Task CompareAsync(
        TextWriter output,
        string policies,
        Func<int, ValueTask<int>> sluice,
        ResiliencePipeline<int> polly
    )
    {
        var repetitions = PolicyWork.Yields ? 4 : 20;
        await Contest.RunAsync(
            output,
            policies + (PolicyWork.Yields ? ", yield" : ", at once"),
            ("Sluice", () => LoopAsync(sluice), repetitions),
            ("Polly.Core", () => LoopAsync(input => PollyPipelines.RunAsync(polly, input)), repetitions)
        );
        await WriteAllocationAsync(output, "Sluice", sluice);
        await WriteAllocationAsync(output, "Polly.Core", input => PollyPipelines.RunAsync(polly, input));
    }

    private static async Task WriteAllocationAsync(TextWriter output, string name, Func<int, ValueTask<int>> run)
    {
        const int Loops = 20;
        await LoopAsync(run);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var loop = 0; loop < Loops; loop++)
        {
            await LoopAsync(run);
        }

        var bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)(Loops * Comparison.Runs);
        await output.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{"", -22} {name, -16} {bytes, 9:F1} B")
        );
    }

    private static async Task<int> LoopAsync(Func<int, ValueTask<int>> run)
    {
        var sum = 0;
        for (var input = 0; input < Comparison.Runs; input++)
        {
            sum += await run(input);
        }

        return sum;
    }
}
