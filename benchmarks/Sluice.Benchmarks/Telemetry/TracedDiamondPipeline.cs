using Sluice.Benchmarks.Diamond;
using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Telemetry;

/// <summary>The diamond, compiled with telemetry.</summary>
[Pipeline, Telemetry]
public sealed partial class TracedDiamondPipeline(Steps steps) : DiamondStages(steps)
{
    [return: From(nameof(DAsync))]
    public partial ValueTask<int> RunAsync(int input);
}
