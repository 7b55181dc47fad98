using Sluice.Benchmarks.Work;

namespace Sluice.Benchmarks.Policies;

/// <summary>The work inside the policies of both contenders. It succeeds, immediately or on another thread.</summary>
internal static class PolicyWork
{
    /// <summary>Whether the work completes on another thread instead of immediately.</summary>
    public static bool Yields { get; set; }

    /// <summary>Performs the work.</summary>
    public static ValueTask<int> DoAsync(int input, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Yields ? PooledYield.RunAsync(input + 1) : new ValueTask<int>(input + 1);
    }
}
