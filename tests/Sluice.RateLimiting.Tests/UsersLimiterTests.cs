using System.Threading.RateLimiting;

namespace Sluice.RateLimiting.Tests;

/// <summary>Stages with a limiter that the user supplies.</summary>
public sealed class UsersLimiterTests
{
    [Fact]
    public async Task It_decides_and_says_when_there_are_permits_again()
    {
        await using var limiter = new FixedWindowRateLimiter(
            new()
            {
                PermitLimit = 2,
                Window = TimeSpan.FromDays(1),
                AutoReplenishment = false,
            }
        );
        await StageRateLimiter.EnterAsync("Reserve", limiter, CancellationToken.None);
        await StageRateLimiter.EnterAsync("Ship", limiter, CancellationToken.None);

        var rejection = await Assert.ThrowsAsync<StageRejectedException>(() =>
            StageRateLimiter.EnterAsync("Reserve", limiter, CancellationToken.None).AsTask()
        );

        Assert.Equal("Reserve", rejection.Stage);
        Assert.Equal(TimeSpan.FromDays(1), rejection.RetryAfter);
    }

    [Fact]
    public async Task One_that_does_not_say_when_leaves_the_time_open()
    {
        await using var limiter = new ConcurrencyLimiter(new() { PermitLimit = 1 });
        using var lease = limiter.AttemptAcquire();

        var rejection = await Assert.ThrowsAsync<StageRejectedException>(() =>
            StageRateLimiter.EnterAsync("Reserve", limiter, CancellationToken.None).AsTask()
        );

        Assert.Null(rejection.RetryAfter);
    }

    [Fact]
    public async Task Its_permit_is_given_back_at_once_where_it_is_of_that_kind()
    {
        await using var limiter = new ConcurrencyLimiter(new() { PermitLimit = 1 });

        await StageRateLimiter.EnterAsync("Reserve", limiter, CancellationToken.None);
        await StageRateLimiter.EnterAsync("Reserve", limiter, CancellationToken.None);

        Assert.Equal(1, limiter.GetStatistics()!.CurrentAvailablePermits);
    }

    [Fact]
    public async Task Its_queue_is_where_calls_wait_and_cancellation_ends_that()
    {
        await using var limiter = new ConcurrencyLimiter(new() { PermitLimit = 1, QueueLimit = 2 });
        var lease = limiter.AttemptAcquire();
        using var cancellation = new CancellationTokenSource();
        var cancelled = StageRateLimiter.EnterAsync("Reserve", limiter, cancellation.Token).AsTask();
        var waiting = StageRateLimiter.EnterAsync("Reserve", limiter, CancellationToken.None).AsTask();

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.OrHang());
        Assert.False(waiting.IsCompleted);
        lease.Dispose();

        await waiting.OrHang();
    }

    [Fact]
    public async Task One_that_is_disposed_fails_the_call()
    {
        var limiter = new TimeProviderRateLimiter(1, Limits.Second);
        await limiter.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () =>
            await StageRateLimiter.EnterAsync("Reserve", limiter, CancellationToken.None)
        );
        await Assert.ThrowsAsync<ArgumentNullException>(async () =>
            await StageRateLimiter.EnterAsync("Reserve", null!, CancellationToken.None)
        );
    }

    [Fact]
    public async Task One_with_a_manual_clock_can_be_shared_by_stages()
    {
        var time = new ManualTimeProvider();
        await using var limiter = new TimeProviderRateLimiter(1, Limits.Second, time: time);
        await StageRateLimiter.EnterAsync("Reserve", limiter, CancellationToken.None);
        var waiting = StageRateLimiter.EnterAsync("Ship", limiter, CancellationToken.None).AsTask();

        Assert.False(waiting.IsCompleted);
        time.Advance(Limits.Second);

        await waiting.OrHang();
    }
}
