using System.Runtime.CompilerServices;
using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Diamond;

/// <summary>
/// The diamond hand-written for speed: one method with the pooling method builder. Independent stages start before any
/// of them is awaited.
/// </summary>
public sealed class DiamondPooledBuilder(Steps steps) : DiamondStages(steps)
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> RunAsync(int input)
    {
        var a = await AAsync(input);
        var b = BAsync(a);
        var c = CAsync(a);
        return await DAsync(await b, await c);
    }
}
