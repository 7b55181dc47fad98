#pragma warning disable CA2012 // The code checks that a wait has completed before it awaits it.

using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>Creates concurrency limiters that are in use, and checks their state.</summary>
internal static class LimitedCalls
{
    /// <summary>Creates a limiter all of whose places are taken.</summary>
    public static async Task<ConcurrencyLimiter> OccupiedAsync(int limit, int queueLimit = int.MaxValue)
    {
        var limiter = new ConcurrencyLimiter("Reserve", limit, queueLimit);
        for (; limit > 0; limit--)
        {
            await limiter.EnterAsync(default);
        }

        return limiter;
    }

    /// <summary>Asserts that the limiter has exactly as many places as its limit, and that no place is still owed to a caller.</summary>
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
