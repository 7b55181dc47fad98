using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Fan8;

/// <summary>The fan as ordinary tasks with <c>Task.WhenAll</c>.</summary>
public sealed class Fan8Await(Steps steps) : Fan8Stages(steps)
{
    public async Task<int> RunAsync(int input)
    {
        var root = await RootAsync(input);
        var a = AAsync(root).AsTask();
        var b = BAsync(root).AsTask();
        var c = CAsync(root).AsTask();
        var d = DAsync(root).AsTask();
        var e = EAsync(root).AsTask();
        var f = FAsync(root).AsTask();
        var g = GAsync(root).AsTask();
        var h = HAsync(root).AsTask();
        await Task.WhenAll(a, b, c, d, e, f, g, h);
        return await JoinAsync(await a, await b, await c, await d, await e, await f, await g, await h);
    }
}
