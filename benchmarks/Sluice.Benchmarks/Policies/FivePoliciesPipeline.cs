namespace Sluice.Benchmarks.Policies;

/// <summary>A stage with five policies: fallback, total timeout, retry, circuit breaker, attempt timeout.</summary>
[Pipeline]
public sealed partial class FivePoliciesPipeline
{
    [return: From(nameof(WorkAsync))]
    public partial ValueTask<int> RunAsync(int input, CancellationToken cancellationToken = default);

    [Stage]
    [Fallback(nameof(Otherwise))]
    [Timeout("00:00:10", Total = "00:00:30")]
    [Retry(3, Delay = "00:00:00.2", Backoff = Backoff.Exponential, Jitter = Jitter.Full)]
    [CircuitBreaker(0.5, "00:00:30", Window = "00:00:30", MinimumCalls = 100)]
    private static ValueTask<int> WorkAsync([From("input")] int input, CancellationToken cancellationToken) =>
        PolicyWork.DoAsync(input, cancellationToken);

    private static int Otherwise() => -1;
}
