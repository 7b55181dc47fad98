using System.Runtime.CompilerServices;
using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Fan8;

/// <summary>
/// The fan hand-written for speed: one method with the pooling method builder. Independent stages start before any of
/// them is awaited.
/// </summary>
public sealed class Fan8PooledBuilder(Steps steps) : Fan8Stages(steps)
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> RunAsync(int input)
    {
        var root = await RootAsync(input);
        var a = AAsync(root);
        var b = BAsync(root);
        var c = CAsync(root);
        var d = DAsync(root);
        var e = EAsync(root);
        var f = FAsync(root);
        var g = GAsync(root);
        var h = HAsync(root);
        return await JoinAsync(await a, await b, await c, await d, await e, await f, await g, await h);
    }
}
