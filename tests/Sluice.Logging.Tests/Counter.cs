namespace Sluice.Logging.Tests;

/// <summary>Has three failures: one that is handled, one that ends the run, and a later one.</summary>
[Pipeline(OnFailure = FailureMode.Continue)]
internal sealed partial class Counter
{
    public partial ValueTask<long> RunAsync<TObserver>(string order, TObserver observer)
        where TObserver : struct, IRunObserver;

    [Stage]
    private static Uri Link(string order) => throw new InvalidDataException("handled");

    [Stage]
    private static async Task<int> CountAsync(Outcome<Uri> link)
    {
        await Task.Yield();
        throw new InvalidDataException("first");
    }

    [Stage, After(nameof(CountAsync))]
    private static async Task<short> WeighAsync(string order)
    {
        await Task.Yield();
        throw new InvalidDataException("second");
    }

    [Stage]
    private static long Close(int count, short weight) => count + weight;
}
