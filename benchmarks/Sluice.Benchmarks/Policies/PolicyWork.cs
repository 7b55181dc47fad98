using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Policies;

/// <summary>What the policies of both contenders are put around: it succeeds, at once or on another thread.</summary>
internal static class PolicyWork
{
    /// <summary>Whether it completes on another thread rather than at once.</summary>
    public static bool Yields { get; set; }

    /// <summary>Does it.</summary>
    public static ValueTask<int> DoAsync(int input, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Yields ? PooledYield.RunAsync(input + 1) : new ValueTask<int>(input + 1);
    }
}
