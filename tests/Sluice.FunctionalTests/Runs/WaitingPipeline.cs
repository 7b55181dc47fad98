using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Runs;

/// <summary>A pipeline with an entry point for each lowering that suspends. Both wait for one stage.</summary>
[Pipeline]
internal sealed partial class WaitingPipeline
{
    public partial ValueTask<First> SequentialAsync(Gate gate);

    public partial ValueTask<Third> ConcurrentAsync(Gate gate);

    [Stage]
    private static async Task<First> FirstAsync(Gate gate) => new(await gate.WaitAsync());

    [Stage]
    private static ValueTask<Second> SecondAsync(Gate gate) => gate is null ? default : new(new Second(1));

    [Stage]
    private static Third Add(First first, Second second) => new(first.Number + second.Number);
}
