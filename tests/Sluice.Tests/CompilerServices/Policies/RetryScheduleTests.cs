using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>The delays between attempts.</summary>
public sealed class RetryScheduleTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(uint.MaxValue - 1);
    private static readonly FormatException Failure = new();

    [Theory]
    [InlineData(Backoff.Constant, new[] { 1.0, 1, 1, 1, 1 })]
    [InlineData(Backoff.Linear, new[] { 1.0, 2, 3, 4, 5 })]
    [InlineData(Backoff.Exponential, new[] { 1.0, 2, 4, 8, 16 })]
    public void Waits_grow_as_declared(Backoff backoff, double[] seconds)
    {
        var schedule = new RetrySchedule(6, Second, backoff, 2, TimeSpan.MaxValue, Jitter.None);

        Assert.Equal(seconds, Waits(schedule, 5).Select(wait => wait.TotalSeconds));
        Assert.Equal(6, schedule.Attempts);
    }

    [Fact]
    public void The_factor_may_be_any_from_one()
    {
        Assert.Equal([1, 1.5, 2.25, 3.375], Seconds(1.5));
        Assert.Equal([1, 1, 1, 1], Seconds(1));
        Assert.Equal([1, 10, 100, 1000], Seconds(10));

        static IEnumerable<double> Seconds(double factor) =>
            Waits(new RetrySchedule(5, Second, Backoff.Exponential, factor, TimeSpan.MaxValue, Jitter.None), 4)
                .Select(wait => wait.TotalSeconds);
    }

    [Theory]
    [InlineData(Backoff.Constant, new[] { 1.0, 1, 1, 1 })]
    [InlineData(Backoff.Linear, new[] { 1.0, 2, 2.5, 2.5 })]
    [InlineData(Backoff.Exponential, new[] { 1.0, 2, 2.5, 2.5 })]
    public void No_wait_is_longer_than_the_cap(Backoff backoff, double[] seconds)
    {
        var schedule = new RetrySchedule(5, Second, backoff, 2, 2.5 * Second, Jitter.None);

        Assert.Equal(seconds, Waits(schedule, 4).Select(wait => wait.TotalSeconds));
    }

    [Theory]
    [InlineData(Backoff.Constant)]
    [InlineData(Backoff.Linear)]
    [InlineData(Backoff.Exponential)]
    public void Waits_do_not_overflow_and_are_never_longer_than_a_timer_can_wait(Backoff backoff)
    {
        foreach (var jitter in Enum.GetValues<Jitter>())
        {
            foreach (var delay in new[] { TimeSpan.Zero, TimeSpan.FromTicks(1), Second, TimeSpan.MaxValue })
            {
                foreach (var factor in new[] { 1, 2, double.MaxValue, double.PositiveInfinity })
                {
                    var schedule = new RetrySchedule(int.MaxValue, delay, backoff, factor, TimeSpan.MaxValue, jitter);
                    foreach (var attempt in new[] { 1, 2, 63, 64, 1100, int.MaxValue })
                    {
                        foreach (var sample in new[] { 0, 0.5, Math.BitDecrement(1.0) })
                        {
                            var wait = schedule.DelayAfter(attempt, TimeSpan.MaxValue, sample);
                            Assert.InRange(wait, TimeSpan.Zero, LongestWait);
                        }
                    }
                }
            }
        }
    }

    [Fact]
    public void Of_nothing_there_is_never_more_than_nothing()
    {
        foreach (var backoff in Enum.GetValues<Backoff>())
        {
            foreach (var jitter in Enum.GetValues<Jitter>())
            {
                var schedule = new RetrySchedule(9, TimeSpan.Zero, backoff, 1e300, TimeSpan.MaxValue, jitter);
                Assert.All(Waits(schedule, 8), wait => Assert.Equal(TimeSpan.Zero, wait));
            }
        }
    }

    [Theory]
    [InlineData(Jitter.None, 0, 4)]
    [InlineData(Jitter.None, 0.75, 4)]
    [InlineData(Jitter.Full, 0, 0)]
    [InlineData(Jitter.Full, 0.75, 3)]
    [InlineData(Jitter.Equal, 0, 2)]
    [InlineData(Jitter.Equal, 0.5, 3)]
    [InlineData(Jitter.Decorrelated, 0, 1)]
    [InlineData(Jitter.Decorrelated, 0.5, 3.5)]
    public void Waits_are_spread_as_declared(Jitter jitter, double sample, double seconds)
    {
        var schedule = new RetrySchedule(5, Second, Backoff.Exponential, 2, TimeSpan.MaxValue, jitter);

        // After the third attempt: the backoff is four seconds. The decorrelated delay is between one second and three times the
        // previous delay of two seconds.
        Assert.Equal(seconds, schedule.DelayAfter(3, 2 * Second, sample).TotalSeconds);
    }

    [Fact]
    public void The_cap_is_applied_before_waits_are_spread()
    {
        Assert.Equal(1.5, Wait(Jitter.Full).TotalSeconds);
        Assert.Equal(2.25, Wait(Jitter.Equal).TotalSeconds);
        Assert.Equal(3, Wait(Jitter.Decorrelated).TotalSeconds);

        static TimeSpan Wait(Jitter jitter) =>
            new RetrySchedule(9, Second, Backoff.Exponential, 2, 3 * Second, jitter).DelayAfter(8, 9 * Second, 0.5);
    }

    [Fact]
    public void A_decorrelated_wait_grows_from_the_first_delay_also_after_no_wait_at_all()
    {
        var schedule = new RetrySchedule(9, Second, Backoff.Constant, 2, TimeSpan.MaxValue, Jitter.Decorrelated);

        Assert.Equal(Second, schedule.DelayAfter(1, TimeSpan.Zero, 0));
        Assert.Equal(2 * Second, schedule.DelayAfter(1, TimeSpan.Zero, 0.5));
        Assert.Equal(2 * Second, schedule.DelayAfter(5, TimeSpan.Zero, 0.5));
    }

    [Theory]
    [InlineData(Jitter.Full, 0, 1)]
    [InlineData(Jitter.Equal, 0.5, 1)]
    [InlineData(Jitter.Decorrelated, 1, 3)]
    public void Random_waits_fill_their_range_and_stay_in_it(Jitter jitter, double least, double most)
    {
        var schedule = new RetrySchedule(2, Second, Backoff.Constant, 2, TimeSpan.MaxValue, jitter);
        var third = (most - least) / 3;

        var waits = Enumerable.Range(0, 1000).Select(_ => Wait(schedule, 1).TotalSeconds).ToArray();

        Assert.All(waits, wait => Assert.InRange(wait, least, most));
        Assert.Contains(waits, wait => wait < least + third);
        Assert.Contains(waits, wait => wait > most - third);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 7)]
    [InlineData(-3, 0)]
    [InlineData(1e9, 4294967.294)]
    public void What_asks_to_be_tried_again_says_how_long_to_wait(double asked, double seconds)
    {
        var schedule = new RetrySchedule(5, Second, Backoff.Exponential, 2, 2 * Second, Jitter.Full);
        var exception = new RetryRequestedException { RetryAfter = TimeSpan.FromSeconds(asked) };

        Assert.Equal(TimeSpan.FromSeconds(seconds), schedule.DelayAfter(1, exception, TimeSpan.Zero));
    }

    [Fact]
    public void Numbers_out_of_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Make(attempts: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Make(delay: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Make(factor: 0.99));
        Assert.Throws<ArgumentOutOfRangeException>(() => Make(factor: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Make(maxDelay: -1));

        static RetrySchedule Make(int attempts = 1, long delay = 0, double factor = 1, long maxDelay = 0) =>
            new(
                attempts,
                TimeSpan.FromTicks(delay),
                Backoff.Constant,
                factor,
                TimeSpan.FromTicks(maxDelay),
                Jitter.None
            );
    }

    private static TimeSpan[] Waits(RetrySchedule schedule, int count) =>
        [.. Enumerable.Range(1, count).Select(attempt => Wait(schedule, attempt))];

    private static TimeSpan Wait(RetrySchedule schedule, int attempt) =>
        schedule.DelayAfter(attempt, Failure, TimeSpan.Zero);
}
