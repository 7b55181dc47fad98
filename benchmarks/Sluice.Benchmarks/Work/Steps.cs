using System.Runtime.CompilerServices;

namespace Sluice.Benchmarks.Work;

/// <summary>
/// The work of every contender's stages: an addition that completes immediately or on another thread.
/// </summary>
/// <param name="yields">Whether the addition completes on another thread.</param>
public sealed class Steps(bool yields)
{
    // Never inlined, so that no contender benefits from optimizations across the call.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ValueTask<int> AddAsync(int value) =>
        yields ? PooledYield.RunAsync(value + 1) : new ValueTask<int>(value + 1);
}
