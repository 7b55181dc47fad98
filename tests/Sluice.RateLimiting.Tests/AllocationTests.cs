#pragma warning disable CA2012 // The test checks that a wait has completed before it takes the result directly.

namespace Sluice.RateLimiting.Tests;

[Collection(nameof(AllocationGroup))]
public sealed class AllocationTests
{
    [Theory]
    [InlineData(RateLimitAlgorithm.FixedWindow)]
    [InlineData(RateLimitAlgorithm.SlidingWindow)]
    [InlineData(RateLimitAlgorithm.TokenBucket)]
    public void A_call_that_may_start_at_once_allocates_nothing(RateLimitAlgorithm algorithm)
    {
        var limiter = new StageRateLimiter("Reserve", int.MaxValue, Limits.Second, algorithm, 8, 0);
        Assert.Equal(10_000, Enter(limiter, 10_000));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var started = Enter(limiter, 10_000);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(10_000, started);
        Assert.Equal(0, allocated);
    }

#if !DEBUG // Without compiler optimization the state machine of an async method is an object.
    [Fact]
    public void A_call_that_waits_allocates_nothing_once_the_pools_are_filled()
    {
        const int Waits = 2_000;
        var time = new ManualTimeProvider();
        var limiter = Limits.New(1, RateLimitAlgorithm.FixedWindow);
        using var cancellation = new CancellationTokenSource();
        Assert.Equal(1, Limits.CountAtOnce(limiter, time, 1));
        Assert.Equal(Waits, Wait(limiter, time, Waits, cancellation.Token));

        // The minimum of several attempts: the thread pool may start a thread during any of them.
        var least = long.MaxValue;
        for (var attempt = 0; attempt < 5 && least > 0; attempt++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            Assert.Equal(Waits, Wait(limiter, time, Waits, cancellation.Token));
            least = Math.Min(least, (GC.GetTotalAllocatedBytes(precise: true) - before) / Waits);
        }

        Assert.Equal(0, least);
    }

    private static int Wait(StageRateLimiter limiter, ManualTimeProvider time, int calls, CancellationToken token)
    {
        var waited = 0;
        for (; calls > 0; calls--)
        {
            var entering = limiter.EnterAsync(time, token);
            waited += entering.IsCompleted ? 0 : 1;
            time.Advance(Limits.Second);
            entering.SpinOrHang();
            entering.GetAwaiter().GetResult();
        }

        return waited;
    }
#endif

    private static int Enter(StageRateLimiter limiter, int calls)
    {
        var started = 0;
        for (; calls > 0; calls--)
        {
            var entering = limiter.EnterAsync(TimeProvider.System, CancellationToken.None);
            started += entering.IsCompletedSuccessfully ? 1 : 0;
        }

        return started;
    }
}
