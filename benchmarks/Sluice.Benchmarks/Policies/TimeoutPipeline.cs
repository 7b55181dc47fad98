namespace Sluice.Benchmarks.Policies;

/// <summary>A stage with a timeout.</summary>
[Pipeline]
public sealed partial class TimeoutPipeline
{
    [return: From(nameof(WorkAsync))]
    public partial ValueTask<int> RunAsync(int input, CancellationToken cancellationToken = default);

    [Stage, Timeout("00:00:10")]
    private static ValueTask<int> WorkAsync([From("input")] int input, CancellationToken cancellationToken) =>
        PolicyWork.DoAsync(input, cancellationToken);
}
