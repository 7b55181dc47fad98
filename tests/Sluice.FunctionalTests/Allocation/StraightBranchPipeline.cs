namespace Sluice.FunctionalTests.Allocation;

/// <summary>A pipeline with branches, merges and values that may be absent, whose stages are all synchronous.</summary>
[Pipeline]
public sealed partial class StraightBranchPipeline
{
    [return: From(nameof(Merge))]
    public partial Total Run(int number, bool isLeft);

    [return: From(nameof(Merge))]
    public partial ValueTask<Total> RunAsync(int number, bool isLeft, CancellationToken token);

    [return: From(nameof(OfLeft))]
    public partial Optional<Total> Find(int number, bool isLeft);

    private static bool IsLeft([From("isLeft")] bool value) => value;

    [Stage]
    private static Root Load(int number) => new(number);

    [Stage]
    private static Outcome<long> Weigh(Root root) => root.Number > 1 ? 7L : Outcome.Skip("it is light");

    [Stage, When(nameof(IsLeft))]
    private static Left Left(Root root) => new(root.Number * 2);

    [Stage, Unless(nameof(IsLeft))]
    private static Optional<Right> Right(Root root) => new Right(root.Number * 3);

    [Stage]
    private static Total OfLeft(Left left) => new(left.Number);

    [Stage]
    private static Total OfRight(Optional<Right> right) => new(right.ValueOr(default).Number);

    [Stage]
    private static Total Merge(
        [From(nameof(OfLeft), nameof(OfRight))] Total total,
        Optional<long> weight,
        Left? left,
        Outcome<Right> right
    ) => new(total.Number + weight.ValueOr(0) + (left?.Number ?? 0) + right.ValueOr(default).Number);
}
