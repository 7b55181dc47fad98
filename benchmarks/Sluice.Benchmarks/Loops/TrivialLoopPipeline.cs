namespace Sluice.Benchmarks.Loops;

/// <summary>A loop of synchronous stages that are trivial.</summary>
[Pipeline]
internal static partial class TrivialLoopPipeline
{
    public static partial double Run(int start, CancellationToken token);

    [Stage]
    internal static long Scale([Carried] int value) => LoopStages.ScaleInline(value);

    [Stage]
    internal static double Halve(long scaled) => LoopStages.HalveInline(scaled);

    [Stage, Loop(MaxRounds = LoopStages.Rounds)]
    internal static Loop<int, double> Decide([Carried] int value, [From(nameof(Halve))] double half) =>
        LoopStages.DecideInline(value, half);
}
