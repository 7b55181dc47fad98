namespace AotProgram;

/// <summary>A pipeline whose stage has policies and whose run is observed and traced.</summary>
[Pipeline, Telemetry]
internal sealed partial class Reservation
{
    public partial ValueTask<Priced> RunAsync<TObserver>(
        string name,
        TObserver observer,
        RunContext? context = null,
        CancellationToken cancellationToken = default
    )
        where TObserver : struct, IRunObserver;

    [Stage]
    [Retry(3, Delay = "00:00:00.001")]
    [Timeout("00:01:00", Total = "00:05:00")]
    [CircuitBreaker(5, "00:00:30")]
    [Concurrency(2)]
    private static async ValueTask<Freight> ReserveAsync(string name, StageContext context, CancellationToken token)
    {
        await Task.Yield();
        token.ThrowIfCancellationRequested();
        return context.Attempt < 3 ? throw new IOException($"busy {context.Attempt}") : new Freight(name);
    }

    [Stage, Fallback(nameof(ListPrice)), Cached("00:01:00")]
    private static Priced Ask(Freight freight) => throw new InvalidOperationException(freight.Name);

    private static Priced ListPrice(Freight freight) => new(freight.Name.Length);
}
