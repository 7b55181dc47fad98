using System.Globalization;
using Polly;
using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Policies;

/// <summary>
/// Compares the happy path of policies: a pipeline with one stage, and Polly's pipeline around the same work.
/// </summary>
internal static class PolicyContest
{
    /// <summary>
    /// Runs the contests one after another, first with work that completes immediately, then with work that yields.
    /// </summary>
    public static async Task RunAsync(TextWriter output)
    {
        var retry = new RetryCall(new RetryPipeline());
        var timeout = new TimeoutCall(new TimeoutPipeline());
        var both = new RetryTimeoutCall(new RetryTimeoutPipeline());
        var hedge = new HedgeCall(new HedgePipeline());
        var five = new FivePoliciesCall(new FivePoliciesPipeline());
        foreach (var yields in (bool[])[false, true])
        {
            PolicyWork.Yields = yields;
            await CompareAsync(output, "retry", retry, PollyPipelines.Retry);
            await CompareAsync(output, "timeout", timeout, PollyPipelines.Timeout);
            await CompareAsync(output, "retry, timeout", both, PollyPipelines.RetryTimeout);
            await CompareAsync(output, "hedge", hedge, PollyPipelines.Hedge);
            await CompareAsync(output, "five policies", five, PollyPipelines.Five);
        }
    }

    private static async Task CompareAsync<TSluice>(
        TextWriter output,
        string policies,
        TSluice sluice,
        ResiliencePipeline<int> pipeline
    )
        where TSluice : struct, IPolicyCall
    {
        var polly = new PollyCall(pipeline);
        var repetitions = PolicyWork.Yields ? 4 : 20;
        await Contest.RunAsync(
            output,
            policies + (PolicyWork.Yields ? ", yield" : ", at once"),
            ("Sluice", () => LoopAsync(sluice), repetitions),
            ("Polly.Core", () => LoopAsync(polly), repetitions)
        );
        await WriteAllocationAsync(output, "Sluice", sluice);
        await WriteAllocationAsync(output, "Polly.Core", polly);
    }

    private static async Task WriteAllocationAsync<TCall>(TextWriter output, string name, TCall call)
        where TCall : struct, IPolicyCall
    {
        const int Loops = 20;
        await LoopAsync(call);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var loop = 0; loop < Loops; loop++)
        {
            await LoopAsync(call);
        }

        var bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)(Loops * Comparison.Runs);
        await output.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{"", -22} {name, -16} {bytes, 9:F1} B")
        );
    }

    private static async Task<int> LoopAsync<TCall>(TCall call)
        where TCall : struct, IPolicyCall
    {
        var sum = 0;
        for (var input = 0; input < Comparison.Runs; input++)
        {
            sum += await call.RunAsync(input);
        }

        return sum;
    }
}
