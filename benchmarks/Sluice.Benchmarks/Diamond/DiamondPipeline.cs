using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Diamond;

/// <summary>The diamond as a pipeline that Sluice compiles.</summary>
[Pipeline]
public sealed partial class DiamondPipeline(Steps steps) : DiamondStages(steps)
{
    [return: From(nameof(DAsync))]
    public partial ValueTask<int> RunAsync(int input);
}
