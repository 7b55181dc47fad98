namespace Sluice.RateLimiting.Tests;

/// <summary>The number of calls that may start, and when, for each algorithm.</summary>
public sealed class AlgorithmTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void With_each_fixed_window_all_permits_are_there_again()
    {
        var limiter = Limits.New(3, RateLimitAlgorithm.FixedWindow);

        Assert.Equal(3, Limits.CountAtOnce(limiter, _time, 10));
        _time.Advance(Limits.Second - TimeSpan.FromTicks(1));
        Assert.Equal(0, Limits.CountAtOnce(limiter, _time, 10));
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(3, Limits.CountAtOnce(limiter, _time, 10));
    }

    [Fact]
    public void Fixed_windows_follow_one_another_whenever_calls_come()
    {
        var limiter = Limits.New(2, RateLimitAlgorithm.FixedWindow);
        Assert.Equal(1, Limits.CountAtOnce(limiter, _time, 1));

        // Late in the fourth window and early in the fifth.
        _time.Advance(3.9 * Limits.Second);
        Assert.Equal(2, Limits.CountAtOnce(limiter, _time, 5));
        _time.Advance(0.2 * Limits.Second);
        Assert.Equal(2, Limits.CountAtOnce(limiter, _time, 5));
        _time.Advance(0.8 * Limits.Second);
        Assert.Equal(0, Limits.CountAtOnce(limiter, _time, 5));
        _time.Advance(0.1 * Limits.Second);
        Assert.Equal(2, Limits.CountAtOnce(limiter, _time, 5));
    }

    [Fact]
    public void The_first_window_begins_with_the_first_call()
    {
        var limiter = Limits.New(1, RateLimitAlgorithm.FixedWindow);
        _time.Advance(0.7 * Limits.Second);
        Assert.Equal(1, Limits.CountAtOnce(limiter, _time, 5));

        _time.Advance(0.9 * Limits.Second);
        Assert.Equal(0, Limits.CountAtOnce(limiter, _time, 5));
        _time.Advance(0.1 * Limits.Second);
        Assert.Equal(1, Limits.CountAtOnce(limiter, _time, 5));
    }

    [Fact]
    public void A_sliding_window_gives_permits_back_segment_by_segment()
    {
        var limiter = Limits.New(6, RateLimitAlgorithm.SlidingWindow, segments: 4);
        var quarter = Limits.Second / 4;

        // The segments of the window have 2, 3, 0 and 1 permits taken.
        Assert.Equal(2, Limits.CountAtOnce(limiter, _time, 2));
        _time.Advance(quarter);
        Assert.Equal(3, Limits.CountAtOnce(limiter, _time, 3));
        _time.Advance(2 * quarter);
        Assert.Equal(1, Limits.CountAtOnce(limiter, _time, 10));

        _time.Advance(quarter - TimeSpan.FromTicks(1));
        Assert.Equal(0, Limits.CountAtOnce(limiter, _time, 10));
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(2, Limits.CountAtOnce(limiter, _time, 10));
        _time.Advance(quarter);
        Assert.Equal(3, Limits.CountAtOnce(limiter, _time, 10));
        _time.Advance(quarter);
        Assert.Equal(0, Limits.CountAtOnce(limiter, _time, 10));
        _time.Advance(quarter);
        Assert.Equal(1, Limits.CountAtOnce(limiter, _time, 10));

        _time.Advance(100 * Limits.Second);
        Assert.Equal(6, Limits.CountAtOnce(limiter, _time, 10));
    }

    // At any moment, and however the window is divided, no more calls start within a window than there are permits.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public void No_sliding_window_has_more_calls_than_permits(int segments)
    {
        const int Permits = 5;
        var limiter = Limits.New(Permits, RateLimitAlgorithm.SlidingWindow, segments);
        var starts = new List<TimeSpan>();
#pragma warning disable CA5394 // A fixed seed produces the same calls in every run.
        var random = new Random(4711);
        for (var i = 0; i < 2_000; i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(random.Next(200)));
#pragma warning restore CA5394
            for (var started = Limits.CountAtOnce(limiter, _time, 3); started > 0; started--)
            {
                starts.Add(_time.Elapsed);
            }
        }

        // Segments are counted as a whole, so the limit holds exactly only within a window that is one segment shorter.
        var certain = Limits.Second - (Limits.Second / segments);
        Assert.True(starts.Count > 500);
        for (var i = Permits; i < starts.Count; i++)
        {
            Assert.True(starts[i] - starts[i - Permits] > certain);
        }
    }

    [Fact]
    public void A_token_bucket_fills_up_evenly()
    {
        var limiter = Limits.New(4, RateLimitAlgorithm.TokenBucket);
        var quarter = Limits.Second / 4;
        Assert.Equal(4, Limits.CountAtOnce(limiter, _time, 10));

        _time.Advance(quarter - TimeSpan.FromTicks(1));
        Assert.Equal(0, Limits.CountAtOnce(limiter, _time, 10));
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, Limits.CountAtOnce(limiter, _time, 10));
        _time.Advance(3 * quarter);
        Assert.Equal(3, Limits.CountAtOnce(limiter, _time, 10));
        _time.Advance(100 * Limits.Second);
        Assert.Equal(4, Limits.CountAtOnce(limiter, _time, 10));
    }

    [Fact]
    public void A_token_bucket_loses_nothing_by_rounding()
    {
        // One permit is added every third of a second, which is not a whole number of ticks, and the limiter reads the clock in
        // between.
        var limiter = Limits.New(3, RateLimitAlgorithm.TokenBucket);
        var started = Limits.CountAtOnce(limiter, _time, 10);
        for (var i = 0; i < 10_000; i++)
        {
            _time.Advance(TimeSpan.FromTicks(7_000));
            started += Limits.CountAtOnce(limiter, _time, 1);
        }

        Assert.Equal(TimeSpan.FromSeconds(7), _time.Elapsed);
        Assert.Equal(3 + 21, started);
    }

    [Fact]
    public void A_clock_that_goes_back_brings_no_permits_and_takes_none()
    {
        var clock = new SettableClock { Now = 1_000 };
        foreach (var algorithm in Enum.GetValues<RateLimitAlgorithm>())
        {
            var limiter = Limits.New(2, algorithm);
            clock.Now = 1_000;
            Assert.Equal(1, Limits.CountAtOnce(limiter, clock, 1));
            clock.Now = 0;
            Assert.Equal(1, Limits.CountAtOnce(limiter, clock, 5));
            clock.Now = 1_000 + TimeSpan.TicksPerSecond;
            Assert.Equal(2, Limits.CountAtOnce(limiter, clock, 5));
        }
    }

    [Fact]
    public void The_longest_window_does_not_overflow()
    {
        foreach (var algorithm in Enum.GetValues<RateLimitAlgorithm>())
        {
            var limiter = new StageRateLimiter("Reserve", int.MaxValue, TimeSpan.MaxValue, algorithm, 8, 0);
            Assert.Equal(100, Limits.CountAtOnce(limiter, _time, 100));
            _time.Advance(TimeSpan.FromDays(1_000_000));
            Assert.Equal(100, Limits.CountAtOnce(limiter, _time, 100));
        }
    }

    [Fact]
    public async Task A_wait_that_is_longer_than_timers_take_ends_in_its_time()
    {
        var limiter = new StageRateLimiter("Yearly", 1, TimeSpan.FromDays(365), RateLimitAlgorithm.FixedWindow, 1, 10);
        await limiter.EnterAsync(_time, CancellationToken.None);
        var waiting = limiter.EnterAsync(_time, CancellationToken.None).AsTask();

        _time.Advance(TimeSpan.FromDays(365) - TimeSpan.FromTicks(1));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromTicks(1));
        await waiting;
    }

    [Fact]
    public void Values_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new StageRateLimiter(null!, 1, Limits.Second, default, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StageRateLimiter("S", 0, Limits.Second, default, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StageRateLimiter("S", 1, TimeSpan.Zero, default, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StageRateLimiter("S", 1, Limits.Second, default, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StageRateLimiter("S", 1, Limits.Second, default, 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new StageRateLimiter("S", 1, Limits.Second, (RateLimitAlgorithm)9, 1, 0)
        );
    }

    private sealed class SettableClock : TimeProvider
    {
        public long Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now;
    }
}
