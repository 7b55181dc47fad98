using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Fan8;

/// <summary>The fan as a pipeline that Sluice compiles.</summary>
[Pipeline]
public sealed partial class Fan8Pipeline(Steps steps) : Fan8Stages(steps)
{
    [return: From(nameof(JoinAsync))]
    public partial ValueTask<int> RunAsync(int input);
}
