namespace Sluice.Benchmarks.Loops;

/// <summary>A loop of synchronous stages that are not inlined.</summary>
[Pipeline]
internal static partial class CalledLoopPipeline
{
    public static partial double Run(int start, CancellationToken token);

    [Stage]
    internal static long Scale([Carried] int value) => LoopStages.Scale(value);

    [Stage]
    internal static double Halve(long scaled) => LoopStages.Halve(scaled);

    [Stage, Loop(MaxRounds = LoopStages.Rounds)]
    internal static Loop<int, double> Decide([Carried] int value, [From(nameof(Halve))] double half) =>
        LoopStages.Decide(value, half);
}
