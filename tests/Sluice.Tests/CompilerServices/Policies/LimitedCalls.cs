#pragma warning disable CA2012 // Whether a wait has ended is asked before it is awaited.

using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>Makes limits of concurrency that are in use, and looks whether they are whole.</summary>
internal static class LimitedCalls
{
    /// <summary>Makes a limit all of whose places are taken.</summary>
    public static async Task<ConcurrencyLimiter> OccupiedAsync(int limit, int queueLimit = int.MaxValue)
    {
        var limiter = new ConcurrencyLimiter("Reserve", limit, queueLimit);
        for (; limit > 0; limit--)
        {
            await limiter.EnterAsync(default);
        }

        return limiter;
    }

    /// <summary>Asserts that there are as many places as the limit says: no more and no fewer, and none that is owed.</summary>
    public static async Task AssertIsWholeAsync(ConcurrencyLimiter limiter, int limit, int taken)
    {
        Assert.Equal(limit - taken, limiter.Available);
        for (; taken < limit; taken++)
        {
            Assert.True(limiter.EnterAsync(default).IsCompletedSuccessfully);
        }

        using var source = new CancellationTokenSource();
        var waiting = limiter.EnterAsync(source.Token);
        if (waiting.IsFaulted)
        {
            await Assert.ThrowsAsync<StageRejectedException>(waiting.AsTask);
        }
        else
        {
            Assert.False(waiting.IsCompleted);
            limiter.Exit();
            await waiting.OrHang();
        }

        for (var i = 0; i < limit; i++)
        {
            limiter.Exit();
        }

        Assert.Equal(limit, limiter.Available);
        Assert.Equal(0, limiter.Waiting);
    }
}
