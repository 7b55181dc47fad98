namespace Sluice.FunctionalTests.Allocation;

[Pipeline]
public sealed partial class OffloadingPipeline
{
    public partial ValueTask<Total> RunAsync(long number);

    public partial ValueTask<Left> RunOneAsync(long number);

    [Stage, Offload]
    private static Left Double(long number) => new(number * 2);

    [Stage, Offload]
    private static Right Triple(long number) => new(number * 3);

    [Stage]
    private static Total Add(Left left, Right right) => new(left.Number + right.Number);
}
