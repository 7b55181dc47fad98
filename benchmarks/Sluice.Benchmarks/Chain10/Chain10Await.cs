using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Chain10;

/// <summary>The chain as an ordinary asynchronous method.</summary>
public sealed class Chain10Await(Steps steps) : Chain10Stages(steps)
{
    public async Task<int> RunAsync(int input)
    {
        var a = await AAsync(input);
        var b = await BAsync(a);
        var c = await CAsync(b);
        var d = await DAsync(c);
        var e = await EAsync(d);
        var f = await FAsync(e);
        var g = await GAsync(f);
        var h = await HAsync(g);
        var i = await IAsync(h);
        return await JAsync(i);
    }
}
