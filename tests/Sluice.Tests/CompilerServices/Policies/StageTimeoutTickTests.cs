using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>
/// A timer keeps ticking after a use has ended. Its ticks never affect another use, and no tick that a use needs is lost, whatever
/// happens during a tick.
/// </summary>
public sealed class StageTimeoutTickTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly ManualTimeProvider _clock = new();
    private readonly InterruptedTime _time;

    public StageTimeoutTickTests() => _time = new InterruptedTime(_clock);

    [Fact]
    public void Uses_one_after_the_other_arm_the_timer_once()
    {
        for (var use = 0; use < 1000; use++)
        {
            Start(Second).End();
            _clock.Advance(TimeSpan.FromMicroseconds(100));
        }

        Assert.Equal(1, _clock.TimersCreated);
        Assert.Equal(1, _clock.Armings);
        Assert.Equal(0, _clock.TimersDisposed);
    }

    [Fact]
    public void A_late_tick_for_an_idle_object_leaves_the_timer_unarmed_until_the_next_use()
    {
        var first = Start(Second);
        first.End();
        _clock.Advance(5 * Second);
        Assert.Equal(0, _clock.TimersArmed);

        var second = Start(Second);

        Assert.Same(first, second);
        Assert.Equal(1, _clock.TimersCreated);
        AssertIsUpAfter(second, Second);
    }

    [Fact]
    public void A_late_tick_does_not_cancel_the_next_use()
    {
        var first = Start(Second);
        _clock.Advance(0.75 * Second);
        first.End();
        var second = Start(Second);
        Assert.Same(first, second);

        _clock.Advance(0.25 * Second);

        Assert.Equal(1, _clock.Fired);
        Assert.False(second.Token.IsCancellationRequested);
        Assert.Equal(1, _clock.TimersArmed);
        AssertIsUpAfter(second, 0.75 * Second);
    }

    [Fact]
    public void A_shorter_next_use_arms_the_timer_for_an_earlier_tick()
    {
        var first = Start(10 * Second);
        first.End();

        var second = Start(Second);

        Assert.Same(first, second);
        Assert.Equal(2, _clock.Armings);
        AssertIsUpAfter(second, Second);
    }

    [Fact]
    public void A_longer_next_use_leaves_the_timer_as_it_is()
    {
        Start(Second).End();

        var second = Start(10 * Second);

        Assert.Equal(1, _clock.Armings);
        AssertIsUpAfter(second, 10 * Second);
    }

    [Fact]
    public void A_use_that_ends_and_one_that_begins_in_the_middle_of_a_tick_are_told_apart()
    {
        var first = Start(Second);
        StageTimeout? second = null;
        _clock.Advance(Second - Tick);
        _time.BeforeTimestamp = () =>
        {
            first.End();
            second = Start(Second);
        };

        _clock.Advance(Tick);

        Assert.Same(first, second);
        AssertIsUpAfter(second!, Second);
    }

    [Fact]
    public void A_use_that_ends_in_the_middle_of_a_tick_is_not_cancelled_and_leaves_the_timer_unarmed()
    {
        var first = Start(Second);
        var token = first.Token;
        _time.BeforeTimestamp = first.End;

        _clock.Advance(Second);

        Assert.False(token.IsCancellationRequested);
        Assert.Equal(0, _clock.TimersArmed);
        AssertIsUpAfter(Start(Second), Second);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_shorter_use_that_begins_while_a_tick_arms_the_timer_for_the_one_before_is_up_in_time(bool isBefore)
    {
        var first = Start(Second);
        _clock.Advance(0.5 * Second);
        first.End();
        var second = Start(10 * Second);
        StageTimeout? third = null;
        Interrupt(
            isBefore,
            () =>
            {
                second.End();
                third = Start(2 * Second);
            }
        );

        // The tick that the first use scheduled finds the second use and arms the timer for it.
        _clock.Advance(0.5 * Second);

        Assert.Same(second, third);
        AssertIsUpAfter(third!, 2 * Second);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_use_that_ends_while_a_tick_arms_the_timer_for_it_leaves_it_to_tick_once_more(bool isBefore)
    {
        var first = Start(Second);
        _clock.Advance(0.5 * Second);
        first.End();
        var second = Start(10 * Second);
        Interrupt(isBefore, second.End);

        _clock.Advance(0.5 * Second);
        _clock.Advance(20 * Second);

        Assert.Equal(0, _clock.TimersArmed);
        AssertIsUpAfter(Start(Second), Second);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Ticks_inside_of_each_other_lose_none(bool isBefore)
    {
        var first = Start(Second);
        _clock.Advance(0.5 * Second);
        first.End();
        var second = Start(10 * Second);
        StageTimeout? third = null;
        Interrupt(
            isBefore,
            () =>
            {
                // During one tick, the next use begins and schedules an earlier tick, which occurs.
                second.End();
                var between = Start(Second);
                _clock.Advance(Second);
                Assert.True(between.HasElapsed);
                between.End();
                third = Start(3 * Second);
            }
        );

        _clock.Advance(0.5 * Second);

        AssertIsUpAfter(third!, 3 * Second);
    }

    [Fact]
    public void A_tick_in_the_middle_of_the_start_of_a_use_is_not_lost()
    {
        Start(Second).End();
        _time.BeforeTimestamp = () => _clock.Advance(Second);
        var late = Start(Second);
        AssertIsUpAfter(late, Second);

        Start(10 * Second).End();
        _time.BeforeChange = () => _clock.Advance(10 * Second);
        var during = Start(Second);
        Assert.True(during.HasElapsed);
        during.End();

        Start(10 * Second).End();
        _time.AfterChange = () => _clock.Advance(Second);
        during = Start(Second);
        Assert.True(during.HasElapsed);
        during.End();
    }

    [Fact]
    public void A_clock_whose_timers_tick_early_is_asked_again()
    {
        var timeout = Start(Second);
        var early = new EarlyTime(_clock);
        timeout.End();
        timeout = StageTimeout.Start(early, Second, default);

        _clock.Advance(Second - EarlyTime.Early);

        Assert.False(timeout.Token.IsCancellationRequested);
        _clock.Advance(Second);
        Assert.True(timeout.HasElapsed);
        Assert.InRange(_clock.Fired, 2, 5);
        timeout.End();
    }

    [Fact]
    public void A_limit_that_is_ended_twice_still_ticks_in_the_next_use()
    {
        var first = Start(Second);
        first.End();
        first.End();

        var second = Start(Second);

        Assert.Same(first, second);
        AssertIsUpAfter(second, Second);
    }

    private StageTimeout Start(TimeSpan limit) => StageTimeout.Start(_time, limit, default);

    private void Interrupt(bool isBefore, Action action)
    {
        if (isBefore)
        {
            _time.BeforeChange = action;
        }
        else
        {
            _time.AfterChange = action;
        }
    }

    private void AssertIsUpAfter(StageTimeout timeout, TimeSpan time)
    {
        _clock.Advance(time - Tick);
        Assert.False(timeout.Token.IsCancellationRequested);
        _clock.Advance(Tick);
        Assert.True(timeout.Token.IsCancellationRequested);
        Assert.True(timeout.HasElapsed);
        timeout.End();
    }

    /// <summary>A clock whose timers tick slightly early.</summary>
    private sealed class EarlyTime(ManualTimeProvider clock) : TimeProvider
    {
        public static readonly TimeSpan Early = TimeSpan.FromMicroseconds(1500);

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new EarlyTimer(clock.CreateTimer(callback, state, dueTime, period));

        private sealed class EarlyTimer(ITimer timer) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) =>
                timer.Change(dueTime > Early ? dueTime - Early : dueTime, period);

            public void Dispose() => timer.Dispose();

            public ValueTask DisposeAsync() => timer.DisposeAsync();
        }
    }
}
