using Sluice.Benchmarks.Diamond;
using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Telemetry;

/// <summary>The diamond, traced by hand.</summary>
public sealed class HandTracedDiamond(Steps steps) : DiamondStages(steps)
{
    private readonly HandTraced _traced = new(nameof(HandTracedDiamond), nameof(RunAsync));

    public ValueTask<int> RunAsync(int input) =>
        _traced.RunAsync(async () =>
        {
            var a = await _traced.StageAsync("A", () => AAsync(input)).ConfigureAwait(false);
            var b = _traced.StageAsync("B", () => BAsync(a)).AsTask();
            var c = _traced.StageAsync("C", () => CAsync(a)).AsTask();
            var both = await Task.WhenAll(b, c).ConfigureAwait(false);
            return await _traced.StageAsync("D", () => DAsync(both[0], both[1])).ConfigureAwait(false);
        });
}
