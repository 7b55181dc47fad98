namespace Sluice.Benchmarks.InFlight;

/// <summary>One stage that is under way for long, and one after it.</summary>
[Pipeline]
public sealed partial class InFlightPipeline
{
    public partial ValueTask<long> RunAsync(PendingStage pending);

    [Stage]
    private static ValueTask<int> WaitAsync(PendingStage pending) => pending.WaitAsync();

    [Stage]
    private static long Widen(int value) => value;
}
