using System.Runtime.CompilerServices;
using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Chain3;

/// <summary>The chain hand-written for speed: one method with the pooling method builder.</summary>
public sealed class Chain3PooledBuilder(Steps steps) : Chain3Stages(steps)
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> RunAsync(int input)
    {
        var a = await AAsync(input);
        var b = await BAsync(a);
        return await CAsync(b);
    }
}
