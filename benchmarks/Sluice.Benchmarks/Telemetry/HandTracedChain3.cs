using Sluice.Benchmarks.Chain3;
using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Telemetry;

/// <summary>The chain of 3, traced by hand.</summary>
public sealed class HandTracedChain3(Steps steps) : Chain3Stages(steps)
{
    private readonly HandTraced _traced = new(nameof(HandTracedChain3), nameof(RunAsync));

    public ValueTask<int> RunAsync(int input) =>
        _traced.RunAsync(async () =>
        {
            var a = await _traced.StageAsync("A", () => AAsync(input)).ConfigureAwait(false);
            var b = await _traced.StageAsync("B", () => BAsync(a)).ConfigureAwait(false);
            return await _traced.StageAsync("C", () => CAsync(b)).ConfigureAwait(false);
        });
}
