using System.Runtime.CompilerServices;

namespace Sluice.Benchmarks.InFlight;

/// <summary>The same work as <see cref="InFlightPipeline"/> in asynchronous methods.</summary>
public static class InFlightAwait
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<long> RunPooledAsync(PendingStage pending)
    {
        ArgumentNullException.ThrowIfNull(pending);
        return await pending.WaitAsync();
    }

    public static async ValueTask<long> RunAsync(PendingStage pending)
    {
        ArgumentNullException.ThrowIfNull(pending);
        return await pending.WaitAsync();
    }
}
