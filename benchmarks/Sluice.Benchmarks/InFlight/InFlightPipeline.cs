namespace Sluice.Benchmarks.InFlight;

/// <summary>A pipeline with one long-running stage and one stage after it.</summary>
[Pipeline]
public sealed partial class InFlightPipeline
{
    public partial ValueTask<long> RunAsync(PendingStage pending);

    [Stage]
    private static ValueTask<int> WaitAsync(PendingStage pending) => pending.WaitAsync();

    [Stage]
    private static long Widen(int value) => value;
}
