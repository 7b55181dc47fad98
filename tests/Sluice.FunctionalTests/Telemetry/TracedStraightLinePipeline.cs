using Sluice.FunctionalTests.Allocation;

namespace Sluice.FunctionalTests.Telemetry;

[Pipeline, Telemetry]
public sealed partial class TracedStraightLinePipeline
{
    public partial Total Run(long number, CancellationToken token = default);

    public partial ValueTask<Total> RunAsync(long number);

    [Stage]
    private static Root Start(long number) => new(number);

    [Stage]
    private static Left Double(Root root) => new(root.Number * 2);

    [Stage]
    private static Right Triple(Root root, CancellationToken token) =>
        new(token.CanBeCanceled ? root.Number : root.Number * 3);

    [Stage]
    private static Total Add(Left left, Right right) => new(left.Number + right.Number);
}
