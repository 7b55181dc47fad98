#pragma warning disable CA2012, xUnit1031 // The tests take results directly, and more than once.

namespace Sluice.RateLimiting.Tests;

/// <summary>The pooled waits of stages, which do not allocate. Each has one result, which can be taken once.</summary>
public sealed class PooledWaitTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task A_result_is_there_once_and_not_before_the_wait_has_ended()
    {
        await using var limiter = Occupied();
        var waiting = limiter.AcquireOnceAsync(1, CancellationToken.None);
        Assert.Throws<InvalidOperationException>(() => waiting.GetAwaiter().GetResult());
        _time.Advance(Limits.Second);
        HangGuard.SpinUntil(() => waiting.IsCompleted, "The wait has not ended.");

        Assert.True(waiting.GetAwaiter().GetResult().IsAcquired);

        Assert.Throws<InvalidOperationException>(() => waiting.GetAwaiter().GetResult());
    }

    [Fact]
    public async Task Of_two_threads_that_take_a_result_one_gets_it()
    {
        await using var limiter = Occupied();
        for (var round = 0; round < 2_000; round++)
        {
            var waiting = limiter.AcquireOnceAsync(1, CancellationToken.None);
            _time.Advance(Limits.Second);
            HangGuard.SpinUntil(() => waiting.IsCompleted, "The wait has not ended.");
            using var barrier = new Barrier(2);

            var taken = await Task.WhenAll(Task.Run(Take), Task.Run(Take)).OrHang();

            Assert.Equal([false, true], taken.Order());

            // If the wait had been returned to the pool twice, both calls would get the same object.
            var next = limiter.AcquireOnceAsync(1, CancellationToken.None);
            var last = limiter.AcquireOnceAsync(1, CancellationToken.None);
            _time.Advance(Limits.Second);
            Assert.True((await next.OrHang()).IsAcquired);
            Assert.False(last.IsCompleted);
            _time.Advance(Limits.Second);
            Assert.True((await last.OrHang()).IsAcquired);

            bool Take()
            {
                barrier.SignalAndWaitOrHang();
                try
                {
                    return waiting.GetAwaiter().GetResult().IsAcquired;
                }
                catch (InvalidOperationException)
                {
                    return false;
                }
            }
        }
    }

    [Fact]
    public async Task One_who_comes_with_a_cancelled_token_takes_no_permit()
    {
        await using var limiter = new TimeProviderRateLimiter(1, Limits.Second, time: _time);
        var token = new CancellationToken(canceled: true);

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            limiter.AcquireOnceAsync(1, token).AsTask().OrHang()
        );

        Assert.Equal(token, exception.CancellationToken);
        Assert.Equal(1, limiter.GetStatistics().CurrentAvailablePermits);
    }

    private TimeProviderRateLimiter Occupied()
    {
        var limiter = new TimeProviderRateLimiter(1, Limits.Second, time: _time);
        limiter.AttemptAcquire().Dispose();
        return limiter;
    }
}
