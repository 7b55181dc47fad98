namespace Sluice.RateLimiting.Tests;

/// <summary>Calls that wait for a permit.</summary>
public sealed class WaitTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task Who_waits_may_start_with_the_next_window()
    {
        var limiter = Limits.New(2, RateLimitAlgorithm.FixedWindow);
        Limits.CountAtOnce(limiter, _time, 2);
        var waiting = Limits.Wait(limiter, _time, 5);

        _time.Advance(Limits.Second - TimeSpan.FromTicks(1));
        Assert.All(waiting, call => Assert.False(call.IsCompleted));
        _time.Advance(TimeSpan.FromTicks(1));
        await Task.WhenAll(waiting[..2]).OrHang();
        Assert.All(waiting[2..], call => Assert.False(call.IsCompleted));
        _time.Advance(Limits.Second);
        await Task.WhenAll(waiting[..4]).OrHang();
        Assert.False(waiting[4].IsCompleted);
        _time.Advance(Limits.Second);
        await waiting[4].OrHang();
    }

    [Fact]
    public async Task Who_waits_for_a_sliding_window_may_start_as_soon_as_a_segment_brings_a_permit()
    {
        var limiter = Limits.New(3, RateLimitAlgorithm.SlidingWindow, segments: 2);
        Limits.CountAtOnce(limiter, _time, 1);
        _time.Advance(Limits.Second / 2);
        Limits.CountAtOnce(limiter, _time, 2);
        var waiting = Limits.Wait(limiter, _time, 3);

        _time.Advance(Limits.Second / 2);
        await waiting[0].OrHang();
        Assert.False(waiting[1].IsCompleted);
        _time.Advance(Limits.Second / 2);
        await Task.WhenAll(waiting).OrHang();
    }

    [Fact]
    public async Task Who_waits_for_a_token_bucket_may_start_one_after_the_other()
    {
        var limiter = Limits.New(4, RateLimitAlgorithm.TokenBucket);
        Limits.CountAtOnce(limiter, _time, 4);
        var waiting = Limits.Wait(limiter, _time, 3);

        for (var i = 0; i < waiting.Length; i++)
        {
            _time.Advance((Limits.Second / 4) - TimeSpan.FromTicks(1));
            Assert.False(waiting[i].IsCompleted);
            _time.Advance(TimeSpan.FromTicks(1));
            await waiting[i].OrHang();
        }
    }

    [Fact]
    public async Task Nobody_overtakes_who_waits()
    {
        var limiter = Limits.New(1, RateLimitAlgorithm.FixedWindow);
        Limits.CountAtOnce(limiter, _time, 1);
        var first = limiter.EnterAsync(_time, CancellationToken.None).AsTask();
        var second = limiter.EnterAsync(_time, CancellationToken.None).AsTask();

        _time.Advance(Limits.Second);
        await first.OrHang();
        Assert.Equal(0, Limits.CountAtOnce(limiter, _time, 1));
        Assert.False(second.IsCompleted);
        _time.Advance(Limits.Second);
        await second.OrHang();
    }

    [Fact]
    public async Task Who_comes_when_permits_are_back_lets_those_who_wait_go_first()
    {
        // The timers of this clock do not call back, so the next caller notices that permits are due.
        var clock = new ClockWithoutTimers();
        var limiter = Limits.New(2, RateLimitAlgorithm.FixedWindow);
        Limits.CountAtOnce(limiter, clock, 2);
        var first = limiter.EnterAsync(clock, CancellationToken.None).AsTask();

        clock.Now = TimeSpan.TicksPerSecond;

        Assert.Equal(1, Limits.CountAtOnce(limiter, clock, 5));
        await first.OrHang();
    }

    [Fact]
    public async Task Beyond_the_queue_limit_a_call_is_rejected_with_the_time_after_which_there_is_a_place()
    {
        var limiter = Limits.New(1, RateLimitAlgorithm.FixedWindow, queueLimit: 2);
        Limits.CountAtOnce(limiter, _time, 1);
        var waiting = Limits.Wait(limiter, _time, 2);
        _time.Advance(0.25 * Limits.Second);

        var rejection = await Assert.ThrowsAsync<StageRejectedException>(() =>
            limiter.EnterAsync(_time, CancellationToken.None).AsTask()
        );

        Assert.Equal("Reserve", rejection.Stage);
        Assert.Equal(0.75 * Limits.Second, rejection.RetryAfter);
        Assert.Equal(
            "Stage 'Reserve' was not called: its rate limit is reached, and no more calls may wait.",
            rejection.Message
        );
        _time.Advance(rejection.RetryAfter!.Value);
        await waiting[0].OrHang();
        var next = limiter.EnterAsync(_time, CancellationToken.None).AsTask();
        _time.Advance(2 * Limits.Second);
        await Task.WhenAll(waiting[1], next).OrHang();
    }

    [Theory]
    [InlineData(RateLimitAlgorithm.FixedWindow, 1_000)]
    [InlineData(RateLimitAlgorithm.SlidingWindow, 1_000)]
    [InlineData(RateLimitAlgorithm.TokenBucket, 250)]
    public async Task Without_a_queue_a_call_is_rejected_at_once(RateLimitAlgorithm algorithm, int milliseconds)
    {
        var limiter = Limits.New(4, algorithm, segments: 4, queueLimit: 0);
        Limits.CountAtOnce(limiter, _time, 4);

        var rejection = await Assert.ThrowsAsync<StageRejectedException>(() =>
            limiter.EnterAsync(_time, CancellationToken.None).AsTask()
        );

        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), rejection.RetryAfter);
        Assert.Equal(0, _time.TimersCreated);
        _time.Advance(rejection.RetryAfter!.Value);
        await limiter.EnterAsync(_time, CancellationToken.None);
    }

    [Fact]
    public async Task Who_is_cancelled_waits_no_longer_and_takes_no_permit()
    {
        var limiter = Limits.New(1, RateLimitAlgorithm.FixedWindow, queueLimit: 3);
        Limits.CountAtOnce(limiter, _time, 1);
        using var cancellation = new CancellationTokenSource();
        var first = limiter.EnterAsync(_time, cancellation.Token).AsTask();
        var second = limiter.EnterAsync(_time, CancellationToken.None).AsTask();
        var third = limiter.EnterAsync(_time, cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.OrHang());
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third.OrHang());

        // The places of the cancelled calls in the queue are free.
        var others = Limits.Wait(limiter, _time, 2);
        _time.Advance(Limits.Second);
        await second.OrHang();
        _time.Advance(2 * Limits.Second);
        await Task.WhenAll(others).OrHang();
    }

    [Fact]
    public async Task Who_comes_with_a_cancelled_token_takes_no_permit()
    {
        var limiter = Limits.New(1, RateLimitAlgorithm.FixedWindow);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            limiter.EnterAsync(_time, new CancellationToken(canceled: true)).AsTask()
        );

        Assert.Equal(1, Limits.CountAtOnce(limiter, _time, 5));
    }

    [Fact]
    public async Task There_is_an_armed_timer_only_while_somebody_waits()
    {
        var limiter = Limits.New(1, RateLimitAlgorithm.TokenBucket);
        Limits.CountAtOnce(limiter, _time, 1);
        Assert.Equal(0, _time.TimersCreated);

        var waiting = Limits.Wait(limiter, _time, 3);
        Assert.Equal(1, _time.TimersArmed);
        _time.Advance(3 * Limits.Second);
        await Task.WhenAll(waiting).OrHang();
        Assert.Equal(0, _time.TimersArmed);

        using var cancellation = new CancellationTokenSource();
        var cancelled = limiter.EnterAsync(_time, cancellation.Token).AsTask();
        Assert.Equal(1, _time.TimersArmed);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.OrHang());
        Assert.Equal(0, _time.TimersArmed);

        // One timer served all waits.
        Assert.Equal(1, _time.TimersCreated);
    }

    [Fact]
    public async Task The_timer_keeps_nothing_of_the_context_of_who_waits()
    {
        var local = new AsyncLocal<string>();
        var clock = new ContextClock(local);
        var limiter = Limits.New(1, RateLimitAlgorithm.FixedWindow);
        Limits.CountAtOnce(limiter, clock, 1);
        local.Value = "caller's";

        using var cancellation = new CancellationTokenSource();
        var waiting = limiter.EnterAsync(clock, cancellation.Token).AsTask();

        Assert.Null(clock.Seen);
        Assert.Equal("caller's", local.Value);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_change_of_clocks_neither_brings_nor_takes_permits_and_those_who_wait_follow()
    {
        var other = new ManualTimeProvider();
        other.Advance(TimeSpan.FromDays(1));
        var limiter = Limits.New(1, RateLimitAlgorithm.FixedWindow);
        Limits.CountAtOnce(limiter, _time, 1);
        _time.Advance(0.6 * Limits.Second);
        var waiting = Limits.Wait(limiter, _time, 1);

        Assert.Equal(0, Limits.CountAtOnce(limiter, other, 1));
        Assert.Equal(0, _time.TimersArmed);
        Assert.Equal(1, other.TimersArmed);
        _time.Advance(10 * Limits.Second);
        Assert.False(waiting[0].IsCompleted);
        other.Advance(0.4 * Limits.Second);
        await waiting[0].OrHang();
    }

    [Fact]
    public async Task Who_moves_the_clock_does_not_run_the_code_of_those_who_wait()
    {
        var limiter = Limits.New(1, RateLimitAlgorithm.FixedWindow);
        Limits.CountAtOnce(limiter, _time, 1);
        using var mayEnd = new ManualResetEventSlim();
        var waiting = WaitAndBlockAsync();

        _time.Advance(Limits.Second);

        // If the waiting code had run on this thread, it would have blocked until the guard ended it.
        mayEnd.Set();
        await waiting.OrHang();

        async Task WaitAndBlockAsync()
        {
            await limiter.EnterAsync(_time, CancellationToken.None);
            mayEnd.WaitOrHang();
        }
    }

    private sealed class ClockWithoutTimers : TimeProvider
    {
        public long Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private sealed class ContextClock(AsyncLocal<string> local) : TimeProvider
    {
        public string? Seen { get; private set; }

        public override long GetTimestamp() => 0;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (ExecutionContext.Capture() is { } context)
            {
                ExecutionContext.Run(context, _ => Seen = local.Value, null);
            }

            return System.CreateTimer(callback, state, dueTime, period);
        }
    }
}
