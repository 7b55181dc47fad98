using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Loops;

/// <summary>A loop of three stages at the same time that complete elsewhere.</summary>
[Pipeline]
internal sealed partial class WideLoopPipeline(Steps steps)
{
    public partial ValueTask<int> RunAsync(int start);

    [Stage]
    internal static (int Value, int Round) Begin(int start) => (start, 0);

    [Stage]
    internal ValueTask<int> AAsync([Carried] (int Value, int Round) state) => steps.AddAsync(state.Value);

    [Stage]
    internal ValueTask<int> BAsync([Carried] (int Value, int Round) state) => steps.AddAsync(state.Value);

    [Stage]
    internal ValueTask<int> CAsync([Carried] (int Value, int Round) state) => steps.AddAsync(state.Value);

    [Stage, Loop(MaxRounds = LoopStages.Rounds)]
    internal static Loop<(int Value, int Round), int> Decide(
        [Carried] (int Value, int Round) state,
        [From("A")] int a,
        [From("B")] int b,
        [From("C")] int c
    ) => state.Round == LoopStages.Rounds - 1 ? Loop.Done(a + b + c) : Loop.Again((a + b + c, state.Round + 1));
}
