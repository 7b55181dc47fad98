namespace Sluice.Benchmarks.Policies;

/// <summary>A stage with a retry.</summary>
[Pipeline]
public sealed partial class RetryPipeline
{
    [return: From(nameof(WorkAsync))]
    public partial ValueTask<int> RunAsync(int input, CancellationToken cancellationToken = default);

    [Stage, Retry(3, Delay = "00:00:00.2", Backoff = Backoff.Exponential, Jitter = Jitter.Full)]
    private static ValueTask<int> WorkAsync([From("input")] int input, CancellationToken cancellationToken) =>
        PolicyWork.DoAsync(input, cancellationToken);
}
