using System.Runtime.CompilerServices;
using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Diamond;

/// <summary>As one would write it by hand for speed: one method, on the builder that pools. What is independent starts before anything is awaited.</summary>
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
