namespace Sluice.Benchmarks.Policies;

/// <summary>A stage with a retry and a timeout for each attempt.</summary>
[Pipeline]
public sealed partial class RetryTimeoutPipeline
{
    [return: From(nameof(WorkAsync))]
    public partial ValueTask<int> RunAsync(int input, CancellationToken cancellationToken = default);

    [Stage, Retry(3, Delay = "00:00:00.2", Backoff = Backoff.Exponential, Jitter = Jitter.Full), Timeout("00:00:10")]
    private static ValueTask<int> WorkAsync([From("input")] int input, CancellationToken cancellationToken) =>
        PolicyWork.DoAsync(input, cancellationToken);
}
