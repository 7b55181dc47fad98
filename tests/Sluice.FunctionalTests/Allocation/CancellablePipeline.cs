namespace Sluice.FunctionalTests.Allocation;

/// <summary>A pipeline with two overlapping stages that take the token, so that a run needs its own token.</summary>
[Pipeline]
public sealed partial class CancellablePipeline
{
    public partial ValueTask<Total> RunAsync(Gates gates, CancellationToken token = default);

    [Stage]
    private static ValueTask<Left> LeftAsync(Gates gates, CancellationToken token) =>
        gates.Waits ? gates.Left.WaitAsync()
        : token.IsCancellationRequested ? default
        : new(new Left(2));

    [Stage]
    private static ValueTask<Right> RightAsync(Gates gates, CancellationToken token) =>
        gates.Waits ? gates.Right.WaitAsync()
        : token.IsCancellationRequested ? default
        : new(new Right(3));

    [Stage]
    private static Total Add(Left left, Right right) => new(left.Number + right.Number);
}
