using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Chain3;

/// <summary>The chain as an ordinary asynchronous method.</summary>
public sealed class Chain3Await(Steps steps) : Chain3Stages(steps)
{
    public async Task<int> RunAsync(int input)
    {
        var a = await AAsync(input);
        var b = await BAsync(a);
        return await CAsync(b);
    }
}
