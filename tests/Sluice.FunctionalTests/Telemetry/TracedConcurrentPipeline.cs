using Sluice.FunctionalTests.Allocation;

namespace Sluice.FunctionalTests.Telemetry;

[Pipeline, Telemetry]
public sealed partial class TracedConcurrentPipeline
{
    public partial ValueTask<Total> RunAsync(Gates gates, CancellationToken token = default);

    public partial ValueTask<(Left Left, Right Right)> RunBothAsync(Gates gates);

    [Stage]
    private static ValueTask<Root> LoadAsync(Gates gates) => gates.Waits ? gates.Root.WaitAsync() : new(new Root(1));

    [Stage]
    private static ValueTask<Left> LeftAsync(Gates gates, Root root) =>
        gates.Waits ? gates.Left.WaitAsync() : new(new Left(root.Number * 2));

    [Stage]
    private static ValueTask<Right> RightAsync(Gates gates, Root root) =>
        gates.Waits ? gates.Right.WaitAsync() : new(new Right(root.Number * 3));

    [Stage]
    private static Total Add(Left left, Right right) => new(left.Number + right.Number);
}
