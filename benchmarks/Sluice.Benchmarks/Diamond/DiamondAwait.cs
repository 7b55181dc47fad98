using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Diamond;

/// <summary>The diamond as ordinary tasks with <c>Task.WhenAll</c>.</summary>
public sealed class DiamondAwait(Steps steps) : DiamondStages(steps)
{
    public async Task<int> RunAsync(int input)
    {
        var a = await AAsync(input);
        var b = BAsync(a).AsTask();
        var c = CAsync(a).AsTask();
        await Task.WhenAll(b, c);
        return await DAsync(await b, await c);
    }
}
