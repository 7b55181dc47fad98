namespace Sluice.Benchmarks.Telemetry;

/// <summary>Compiled without telemetry.</summary>
[Pipeline]
public sealed partial class SumPipeline : SumStages
{
    [return: From(nameof(C))]
    public partial int Run(int input);
}
