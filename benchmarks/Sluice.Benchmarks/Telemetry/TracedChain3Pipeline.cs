using Sluice.Benchmarks.Chain3;
using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Telemetry;

/// <summary>The chain of 3, compiled with telemetry.</summary>
[Pipeline, Telemetry]
public sealed partial class TracedChain3Pipeline(Steps steps) : Chain3Stages(steps)
{
    [return: From(nameof(CAsync))]
    public partial ValueTask<int> RunAsync(int input);
}
