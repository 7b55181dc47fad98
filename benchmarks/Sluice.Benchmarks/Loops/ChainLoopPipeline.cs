using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Loops;

/// <summary>A loop of two stages, one after the other, that complete elsewhere.</summary>
[Pipeline]
internal sealed partial class ChainLoopPipeline(Steps steps)
{
    public partial ValueTask<int> RunAsync(int start);

    [Stage]
    internal static (int Value, int Round) Begin(int start) => (start, 0);

    [Stage]
    internal ValueTask<int> FirstAsync([Carried] (int Value, int Round) state) => steps.AddAsync(state.Value);

    [Stage]
    internal ValueTask<int> SecondAsync([From("First")] int first) => steps.AddAsync(first);

    [Stage, Loop(MaxRounds = LoopStages.Rounds)]
    internal static Loop<(int Value, int Round), int> Decide(
        [Carried] (int Value, int Round) state,
        [From("Second")] int second
    ) => state.Round == LoopStages.Rounds - 1 ? Loop.Done(second) : Loop.Again((second, state.Round + 1));
}
