namespace Sluice.FunctionalTests.Allocation;

/// <summary>A pipeline without an output: an effect that waits for two values, and a second effect after it.</summary>
[Pipeline]
public sealed partial class EffectPipeline
{
    public long Sum { get; private set; }

    public long Runs { get; private set; }

    public partial ValueTask RunAsync(Gates gates);

    [Stage]
    private static ValueTask<Left> LeftAsync(Gates gates) => gates.Waits ? gates.Left.WaitAsync() : new(new Left(2));

    [Stage]
    private static ValueTask<Right> RightAsync(Gates gates) =>
        gates.Waits ? gates.Right.WaitAsync() : new(new Right(3));

    [Stage]
    private void Write(Left left, Right right) => Sum += left.Number + right.Number;

    [Stage, After(nameof(Write))]
    private void Count(Gates gates) => Runs += gates.Waits ? 1 : 2;
}
