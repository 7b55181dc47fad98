namespace Sluice.Benchmarks.Telemetry;

/// <summary>The same, compiled with telemetry.</summary>
[Pipeline, Telemetry]
public sealed partial class TracedSumPipeline : SumStages
{
    [return: From(nameof(C))]
    public partial int Run(int input);
}
