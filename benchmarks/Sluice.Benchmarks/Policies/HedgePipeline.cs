namespace Sluice.Benchmarks.Policies;

/// <summary>A stage whose second attempt starts if the first takes long.</summary>
[Pipeline]
public sealed partial class HedgePipeline
{
    [return: From(nameof(WorkAsync))]
    public partial ValueTask<int> RunAsync(int input, CancellationToken cancellationToken = default);

    [Stage, Hedge("00:00:10")]
    private static ValueTask<int> WorkAsync([From("input")] int input, CancellationToken cancellationToken) =>
        PolicyWork.DoAsync(input, cancellationToken);
}
