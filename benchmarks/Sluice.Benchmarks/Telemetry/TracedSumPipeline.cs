namespace Sluice.Benchmarks.Telemetry;

/// <summary>The chain of synchronous stages, compiled with telemetry.</summary>
[Pipeline, Telemetry]
public sealed partial class TracedSumPipeline : SumStages
{
    [return: From(nameof(C))]
    public partial int Run(int input);
}
