namespace Sluice.FunctionalTests.Allocation;

/// <summary>A loop in each lowering. Its stages complete at once.</summary>
[Pipeline]
internal sealed partial class LoopPipeline
{
    [return: From(nameof(Decide))]
    public partial long Run(int start, CancellationToken token = default);

    [return: From(nameof(DecideLater))]
    public partial ValueTask<string> RunInSequenceAsync(int start, CancellationToken token = default);

    [return: From(nameof(DecideBoth))]
    public partial ValueTask<double> RunBothAsync(int start, CancellationToken token = default);

    [Stage]
    private static short Look([Carried(nameof(Decide))] int number) => (short)number;

    [Stage, Loop(MaxRounds = 10)]
    private static Loop<int, long> Decide(short looked) =>
        looked == 8 ? Loop.Done((long)looked) : Loop.Again(looked + 1);

    [Stage]
    private static ValueTask<byte> LookLaterAsync(
        [Carried(nameof(DecideLater))] int number,
        CancellationToken cancellationToken
    ) => new((byte)number);

    [Stage, Loop(MaxRounds = 10)]
    private static Loop<int, string> DecideLater(byte looked) => looked == 8 ? Loop.Done("8") : Loop.Again(looked + 1);

    [Stage]
    private static ValueTask<float> LeftAsync(
        [Carried(nameof(DecideBoth))] int number,
        CancellationToken cancellationToken
    ) => new(number);

    [Stage]
    private static ValueTask<decimal> RightAsync(
        [Carried(nameof(DecideBoth))] int number,
        CancellationToken cancellationToken
    ) => new(number);

    [Stage, Loop(MaxRounds = 10)]
    private static Loop<int, double> DecideBoth(float left, decimal right) =>
        right == 8 ? Loop.Done((double)left) : Loop.Again((int)left + 1);
}
