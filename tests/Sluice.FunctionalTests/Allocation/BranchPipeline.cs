namespace Sluice.FunctionalTests.Allocation;

/// <summary>A pipeline with branches, merges and values that may be absent, whose stages are asynchronous and may overlap.</summary>
[Pipeline]
public sealed partial class BranchPipeline
{
    [return: From(nameof(Merge))]
    public partial ValueTask<Total> RunAsync(Gates gates, bool isLeft, CancellationToken token = default);

    [return: From(nameof(OfLeft))]
    public partial ValueTask<Optional<Total>> FindAsync(Gates gates, bool isLeft);

    private static ValueTask<bool> IsLeftAsync([From("isLeft")] bool value, CancellationToken token) =>
        new(value && !token.IsCancellationRequested);

    [Stage]
    private static ValueTask<Root> LoadAsync(Gates gates) => gates.Waits ? gates.Root.WaitAsync() : new(new Root(1));

    [Stage]
    private static ValueTask<Outcome<long>> WeighAsync(Root root, CancellationToken token) =>
        new(root.Number > 1 && !token.IsCancellationRequested ? 7L : Outcome.Skip("it is light"));

    [Stage, When(nameof(IsLeftAsync))]
    private static ValueTask<Left> LeftAsync(Gates gates, Root root) =>
        gates.Waits ? gates.Left.WaitAsync() : new(new Left(root.Number * 2));

    [Stage, Unless(nameof(IsLeftAsync))]
    private static ValueTask<Right> RightAsync(Gates gates, Root root) =>
        gates.Waits ? gates.Right.WaitAsync() : new(new Right(root.Number * 3));

    [Stage]
    private static Total OfLeft(Left left) => new(left.Number);

    [Stage]
    private static Total OfRight(Right right) => new(right.Number);

    [Stage]
    private static Total Merge(
        [From(nameof(OfLeft), nameof(OfRight))] Total total,
        Optional<long> weight,
        Left? left,
        Optional<Right> right
    ) => new(total.Number + weight.ValueOr(0) + (left?.Number ?? 0) + right.ValueOr(default).Number);
}
