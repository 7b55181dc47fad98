using Sluice.FunctionalTests.Allocation;

namespace Sluice.FunctionalTests.Telemetry;

[Pipeline, Telemetry]
public sealed partial class TracedSequentialPipeline
{
    public partial ValueTask<Total> RunAsync(Gates gates, CancellationToken token = default);

    [Stage]
    private static ValueTask<Root> LoadAsync(Gates gates) => gates.Waits ? gates.Root.WaitAsync() : new(new Root(1));

    [Stage]
    private static Left Double(Root root) => new(root.Number * 2);

    [Stage]
    private static ValueTask<Right> RefineAsync(Gates gates, Left left, CancellationToken token) =>
        gates.Waits ? gates.Right.WaitAsync()
        : token.IsCancellationRequested ? default
        : new(new Right(left.Number));

    [Stage]
    private static Total Add(Left left, Right right) => new(left.Number + right.Number);
}
