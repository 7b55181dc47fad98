using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Chain3;

/// <summary>The chain as a pipeline that Sluice compiles.</summary>
[Pipeline]
public sealed partial class Chain3Pipeline(Steps steps) : Chain3Stages(steps)
{
    [return: From(nameof(CAsync))]
    public partial ValueTask<int> RunAsync(int input);
}
