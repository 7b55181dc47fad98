using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Chain10;

/// <summary>The chain as a pipeline that Sluice compiles.</summary>
[Pipeline]
public sealed partial class Chain10Pipeline(Steps steps) : Chain10Stages(steps)
{
    [return: From(nameof(JAsync))]
    public partial ValueTask<int> RunAsync(int input);
}
