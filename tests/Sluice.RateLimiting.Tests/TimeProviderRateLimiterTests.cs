#pragma warning disable CA2012 // Some of these tests await a ValueTask more than once on purpose.

using System.Threading.RateLimiting;

namespace Sluice.RateLimiting.Tests;

/// <summary>The limiter used through the contract of System.Threading.RateLimiting.</summary>
public sealed class TimeProviderRateLimiterTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task Several_permits_are_waited_for_in_order()
    {
        await using var limiter = New(permits: 4, RateLimitAlgorithm.TokenBucket);
        using var all = limiter.AttemptAcquire(4);
        Assert.True(all.IsAcquired);
        var three = limiter.AcquireAsync(3).AsTask();
        var one = limiter.AcquireAsync(1).AsTask();

        // Two permits would be enough for the second caller, but it does not overtake the first.
        _time.Advance(Limits.Second / 2);
        Assert.False(one.IsCompleted);
        _time.Advance(Limits.Second / 4);
        Assert.True((await three.OrHang()).IsAcquired);
        Assert.False(one.IsCompleted);
        _time.Advance(Limits.Second / 4);
        Assert.True((await one.OrHang()).IsAcquired);
    }

    [Fact]
    public async Task When_the_first_gives_up_the_next_gets_what_there_is()
    {
        await using var limiter = New(permits: 4, RateLimitAlgorithm.TokenBucket);
        limiter.AttemptAcquire(4).Dispose();
        using var cancellation = new CancellationTokenSource();
        var three = limiter.AcquireAsync(3, cancellation.Token).AsTask();
        var one = limiter.AcquireAsync(1).AsTask();
        _time.Advance(Limits.Second / 2);
        Assert.False(one.IsCompleted);

        await cancellation.CancelAsync();

        Assert.True((await one.OrHang()).IsAcquired);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => three.OrHang());
    }

    [Fact]
    public void An_attempt_takes_what_there_is_or_says_when_there_will_be()
    {
        using var limiter = New(permits: 3, RateLimitAlgorithm.FixedWindow);
        using var two = limiter.AttemptAcquire(2);
        Assert.True(two.IsAcquired);
        Assert.Empty(two.MetadataNames);
        using var tooMany = limiter.AttemptAcquire(2);
        Assert.False(tooMany.IsAcquired);
        Assert.Equal([MetadataName.RetryAfter.Name], tooMany.MetadataNames);
        Assert.True(tooMany.TryGetMetadata(MetadataName.RetryAfter, out var time));
        Assert.Equal(Limits.Second, time);
        Assert.False(tooMany.TryGetMetadata(MetadataName.ReasonPhrase, out _));
        Assert.True(limiter.AttemptAcquire(1).IsAcquired);
    }

    [Fact]
    public async Task Who_asks_for_none_asks_whether_there_is_any()
    {
        await using var limiter = New(permits: 1, RateLimitAlgorithm.FixedWindow);
        Assert.True(limiter.AttemptAcquire(0).IsAcquired);
        Assert.True(limiter.AttemptAcquire(1).IsAcquired);
        Assert.False(limiter.AttemptAcquire(0).IsAcquired);
        var waiting = limiter.AcquireAsync(0).AsTask();
        Assert.False(waiting.IsCompleted);

        _time.Advance(Limits.Second);

        Assert.True((await waiting.OrHang()).IsAcquired);
        Assert.True(limiter.AttemptAcquire(1).IsAcquired);
    }

    [Fact]
    public async Task Nobody_gets_more_than_all()
    {
        await using var limiter = New(permits: 2, RateLimitAlgorithm.FixedWindow);

        Assert.Throws<ArgumentOutOfRangeException>(() => limiter.AttemptAcquire(3));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await limiter.AcquireAsync(3));
    }

    [Fact]
    public async Task Disposal_ends_all_waits_without_a_permit_and_leaves_no_timer()
    {
        var limiter = New(permits: 1, RateLimitAlgorithm.FixedWindow);
        limiter.AttemptAcquire().Dispose();
        var waiting = limiter.AcquireAsync().AsTask();
        Assert.Equal(1, _time.TimersArmed);

        limiter.Dispose();
        limiter.Dispose();

        var lease = await waiting.OrHang();
        Assert.False(lease.IsAcquired);
        Assert.Empty(lease.MetadataNames);
        Assert.Equal(0, _time.TimersArmed);
        Assert.Equal(_time.TimersCreated, _time.TimersDisposed);
        Assert.Throws<ObjectDisposedException>(() => limiter.AttemptAcquire());
        Assert.Throws<ObjectDisposedException>(() => limiter.GetStatistics());
    }

    [Fact]
    public async Task Its_statistics_count()
    {
        await using var limiter = New(permits: 3, RateLimitAlgorithm.FixedWindow, queueLimit: 2);
        limiter.AttemptAcquire(2).Dispose();
        limiter.AttemptAcquire(2).Dispose();
        var waiting = limiter.AcquireAsync(2).AsTask();
        (await limiter.AcquireAsync(1)).Dispose();

        var statistics = limiter.GetStatistics();
        Assert.Equal(1, statistics.CurrentAvailablePermits);
        Assert.Equal(2, statistics.CurrentQueuedCount);
        Assert.Equal(1, statistics.TotalSuccessfulLeases);
        Assert.Equal(2, statistics.TotalFailedLeases);

        _time.Advance(Limits.Second);
        await waiting.OrHang();
        statistics = limiter.GetStatistics();
        Assert.Equal(1, statistics.CurrentAvailablePermits);
        Assert.Equal(0, statistics.CurrentQueuedCount);
        Assert.Equal(2, statistics.TotalSuccessfulLeases);
    }

    [Fact]
    public void It_is_idle_when_all_permits_are_there()
    {
        using var limiter = New(permits: 2, RateLimitAlgorithm.FixedWindow);
        _time.Advance(Limits.Second / 2);
        Assert.Equal(Limits.Second / 2, limiter.IdleDuration);

        limiter.AttemptAcquire().Dispose();
        Assert.Null(limiter.IdleDuration);

        _time.Advance(Limits.Second);
        Assert.Equal(Limits.Second, limiter.IdleDuration);
    }

    [Fact]
    public async Task By_default_it_goes_by_the_clock_of_the_system()
    {
        await using var limiter = new TimeProviderRateLimiter(1, TimeSpan.FromMilliseconds(1.5));

        // Each wait needs the timer of the system.
        for (var i = 0; i < 20; i++)
        {
            using var lease = await limiter.AcquireAsync().OrHang();
            Assert.True(lease.IsAcquired);
        }

        Assert.Equal(20, limiter.GetStatistics().TotalSuccessfulLeases);
    }

    [Fact]
    public async Task A_wait_may_be_awaited_twice_and_after_others_have_waited()
    {
        await using var limiter = New(permits: 1, RateLimitAlgorithm.FixedWindow);
        limiter.AttemptAcquire().Dispose();
        var waiting = limiter.AcquireAsync();
        _time.Advance(Limits.Second);
        var first = await waiting.OrHang();
        var other = limiter.AcquireAsync().AsTask();

        Assert.Same(first, await waiting);
        Assert.True(first.IsAcquired);
        Assert.False(other.IsCompleted);
        _time.Advance(Limits.Second);
        Assert.True((await other.OrHang()).IsAcquired);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_wait_may_be_blocked_on(bool asTask)
    {
        await using var limiter = New(permits: 1, RateLimitAlgorithm.FixedWindow);
        limiter.AttemptAcquire().Dispose();
        var waiting = limiter.AcquireAsync();
        var lease = default(RateLimitLease);
        var failure = default(Exception);
        var thread = new Thread(() => failure = Record.Exception(() => lease = Block())) { IsBackground = true };
        thread.Start();
        WaitUntilBlocked(thread);

        _time.Advance(Limits.Second);

        thread.JoinOrHang();
        Assert.Null(failure);
        Assert.True(lease?.IsAcquired);

        RateLimitLease Block() => asTask ? waiting.AsTask().Result : waiting.GetAwaiter().GetResult();
    }

    [Fact]
    public async Task Two_threads_may_take_the_result_of_one_wait()
    {
        const int Rounds = 500;
        await using var limiter = New(permits: 1, RateLimitAlgorithm.FixedWindow);
        limiter.AttemptAcquire().Dispose();
        for (var round = 0; round < Rounds; round++)
        {
            var waiting = limiter.AcquireAsync();
            Assert.False(waiting.IsCompleted);
            var takers = new[] { Task.Run(TakeAsync), Task.Run(TakeAsync) };
            _time.Advance(Limits.Second);

            var leases = await Task.WhenAll(takers).OrHang();

            Assert.All(leases, lease => Assert.True(lease.IsAcquired));

            async Task<RateLimitLease> TakeAsync() => await waiting;
        }

        Assert.Equal(Rounds + 1, limiter.GetStatistics().TotalSuccessfulLeases);
    }

    [Fact]
    public async Task A_cancelled_wait_says_so_each_time_with_its_token()
    {
        await using var limiter = New(permits: 1, RateLimitAlgorithm.FixedWindow);
        limiter.AttemptAcquire().Dispose();
        using var cancellation = new CancellationTokenSource();
        var waiting = limiter.AcquireAsync(1, cancellation.Token);
        await cancellation.CancelAsync();

        for (var take = 0; take < 2; take++)
        {
            var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.AsTask().OrHang());
            Assert.Equal(cancellation.Token, exception.CancellationToken);
            Assert.True(waiting.IsCanceled);
        }
    }

    private static void WaitUntilBlocked(Thread thread) =>
        HangGuard.SpinUntil(
            () => !thread.IsAlive || (thread.ThreadState & ThreadState.WaitSleepJoin) != 0,
            "The thread has neither begun to wait nor ended."
        );

    private TimeProviderRateLimiter New(int permits, RateLimitAlgorithm algorithm, int queueLimit = int.MaxValue) =>
        new(permits, Limits.Second, algorithm, queueLimit: queueLimit, time: _time);
}
