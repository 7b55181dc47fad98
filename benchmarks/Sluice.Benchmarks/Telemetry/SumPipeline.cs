namespace Sluice.Benchmarks.Telemetry;

/// <summary>The chain of synchronous stages, compiled without telemetry.</summary>
[Pipeline]
public sealed partial class SumPipeline : SumStages
{
    [return: From(nameof(C))]
    public partial int Run(int input);
}
