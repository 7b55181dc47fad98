using System.Runtime.CompilerServices;

namespace Sluice.Benchmarks.Work;

/// <summary>What the stages of every contender come down to: an addition that completes at once or on another thread.</summary>
/// <param name="yields">Whether it completes on another thread.</param>
public sealed class Steps(bool yields)
{
    // Never inlined, so that no contender gains by what the JIT sees of it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask<int> AddAsync(int value) =>
        yields ? PooledYield.RunAsync(value + 1) : new ValueTask<int>(value + 1);
}
