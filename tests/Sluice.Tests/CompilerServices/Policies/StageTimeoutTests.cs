using System.Diagnostics.Tracing;
using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>A time limit: the cancellation of its token, and its exceptions.</summary>
public sealed class StageTimeoutTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);
    private static readonly AsyncLocal<string?> Local = new();

    private readonly ManualTimeProvider _clock = new();
    private readonly CancellationTokenSource _outer = new();

    public void Dispose() => _outer.Dispose();

    [Fact]
    public void The_token_is_cancelled_when_the_time_is_up_and_not_before()
    {
        var timeout = StageTimeout.Start(_clock, Second, default);
        _clock.Advance(Second - Tick);
        Assert.False(timeout.Token.IsCancellationRequested);
        Assert.False(timeout.HasElapsed);

        _clock.Advance(Tick);

        Assert.True(timeout.Token.IsCancellationRequested);
        Assert.True(timeout.HasElapsed);
        timeout.End();
    }

    [Fact]
    public void A_limit_that_has_ended_is_not_up_later()
    {
        var timeout = StageTimeout.Start(_clock, Second, _outer.Token);
        var token = timeout.Token;
        timeout.End();

        _clock.Advance(TimeSpan.FromHours(1));

        Assert.False(token.IsCancellationRequested);
        Assert.Equal(0, _clock.TimersArmed);
    }

    [Fact]
    public void What_was_cancelled_is_not_used_again()
    {
        var elapsed = StageTimeout.Start(_clock, Second, default);
        _clock.Advance(Second);
        elapsed.End();

        var next = StageTimeout.Start(_clock, Second, default);

        Assert.NotSame(elapsed, next);
        Assert.False(next.Token.IsCancellationRequested);
        next.End();
        Assert.Equal(1, _clock.TimersDisposed);
    }

    [Fact]
    public void The_outer_token_cancels_and_that_is_no_timeout()
    {
        var timeout = StageTimeout.Start(_clock, Second, _outer.Token);

        _outer.Cancel();

        Assert.True(timeout.Token.IsCancellationRequested);
        Assert.False(timeout.HasElapsed);
        timeout.End();
        var next = StageTimeout.Start(_clock, Second, default);
        Assert.False(next.Token.IsCancellationRequested);
        next.End();
    }

    [Fact]
    public void An_outer_token_that_is_cancelled_already_cancels_at_once()
    {
        _outer.Cancel();

        var timeout = StageTimeout.Start(_clock, Second, _outer.Token);

        Assert.True(timeout.Token.IsCancellationRequested);
        Assert.False(timeout.HasElapsed);
        timeout.End();
        Assert.NotSame(timeout, StageTimeout.Start(_clock, Second, default));
    }

    [Fact]
    public void A_cancellation_after_the_time_was_up_is_a_cancellation()
    {
        var timeout = StageTimeout.Start(_clock, Second, _outer.Token);
        _clock.Advance(Second);
        Assert.True(timeout.HasElapsed);

        _outer.Cancel();

        Assert.False(timeout.HasElapsed);
        timeout.End();
    }

    [Fact]
    public void An_outer_token_that_is_cancelled_after_the_end_does_not_reach_the_next_use()
    {
        var first = StageTimeout.Start(_clock, Second, _outer.Token);
        first.End();
        var second = StageTimeout.Start(_clock, Second, default);
        Assert.Same(first, second);

        _outer.Cancel();

        Assert.False(second.Token.IsCancellationRequested);
        second.End();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_limit_that_ends_while_the_outer_token_is_being_cancelled_does_not_reach_the_next_use(bool isInside)
    {
        // Callbacks run in the reverse order of registration: a callback on the limit's token runs inside the limit's own callback
        // on the outer token, and a callback on the outer token runs before that one.
        StageTimeout? next = null;
        var timeout = StageTimeout.Start(_clock, Second, _outer.Token);
        (isInside ? timeout.Token : _outer.Token).Register(() =>
        {
            timeout.End();
            next = StageTimeout.Start(_clock, Second, default);
        });

        _outer.Cancel();

        Assert.NotNull(next);
        Assert.False(next.Token.IsCancellationRequested);
        _clock.Advance(Second - Tick);
        Assert.False(next.Token.IsCancellationRequested);
        _clock.Advance(Tick);
        Assert.True(next.HasElapsed);
        next.End();
    }

    [Fact]
    public void Of_limits_inside_of_each_other_the_outer_one_cancels_the_inner_one()
    {
        var total = StageTimeout.Start(_clock, Second, _outer.Token);
        var attempt = StageTimeout.Start(_clock, 2 * Second, total.Token, total);

        _clock.Advance(Second);

        Assert.True(attempt.Token.IsCancellationRequested);
        Assert.False(attempt.HasElapsed);
        Assert.True(total.HasElapsed);
        attempt.End();
        total.End();
    }

    [Fact]
    public void Of_limits_inside_of_each_other_the_inner_one_leaves_the_outer_one_alone()
    {
        var total = StageTimeout.Start(_clock, 2 * Second, _outer.Token);
        var attempt = StageTimeout.Start(_clock, Second, total.Token, total);
        _clock.Advance(Second);
        Assert.True(attempt.HasElapsed);
        Assert.False(total.Token.IsCancellationRequested);
        attempt.End();

        var second = StageTimeout.Start(_clock, 2 * Second, total.Token, total);
        _clock.Advance(Second);

        Assert.True(total.HasElapsed);
        Assert.False(second.HasElapsed);
        Assert.True(second.Token.IsCancellationRequested);
        second.End();
        total.End();
    }

    [Fact]
    public void The_deadline_is_the_earliest_of_those_inside_of_each_other()
    {
        var start = _clock.GetUtcNow();
        var total = StageTimeout.Start(_clock, 3 * Second, default);
        var attempt = StageTimeout.Start(_clock, 2 * Second, total.Token, total);
        Assert.Equal(start + (3 * Second), total.Deadline);
        Assert.Equal(start + (2 * Second), attempt.Deadline);
        attempt.End();
        _clock.Advance(2 * Second);

        attempt = StageTimeout.Start(_clock, 2 * Second, total.Token, total);

        Assert.Equal(start + (3 * Second), attempt.Deadline);
        Assert.Equal(start + (3 * Second), total.Deadline);
        _clock.Advance(5 * Second);
        Assert.Equal(start + (3 * Second), total.Deadline);
        attempt.End();
        total.End();
    }

    [Fact]
    public void A_limit_may_be_a_moment()
    {
        var deadline = _clock.GetUtcNow() + Second;
        var timeout = StageTimeout.Until(deadline, _clock, inherited: null, _outer.Token);
        Assert.Equal(deadline, timeout.Deadline);
        _clock.Advance(Second - Tick);
        Assert.False(timeout.Token.IsCancellationRequested);
        _clock.Advance(Tick);
        Assert.True(timeout.HasElapsed);
        timeout.End();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-10_000)]
    [InlineData(long.MinValue)]
    public void A_limit_of_nothing_is_up_at_once(long ticks)
    {
        var timeout = StageTimeout.Start(_clock, TimeSpan.FromTicks(ticks), _outer.Token);

        Assert.True(timeout.Token.IsCancellationRequested);
        Assert.True(timeout.HasElapsed);
        Assert.True(timeout.Deadline <= _clock.GetUtcNow());
        timeout.End();
        var next = StageTimeout.Start(_clock, Second, default);
        Assert.NotSame(timeout, next);
        next.End();
    }

    [Fact]
    public void A_moment_in_the_past_is_up_at_once()
    {
        var past = StageTimeout.Until(DateTimeOffset.MinValue, _clock, inherited: null, default);
        Assert.True(past.HasElapsed);
        past.End();
        var now = StageTimeout.Until(_clock.GetUtcNow(), _clock, inherited: null, default);
        Assert.True(now.HasElapsed);
        now.End();
    }

    [Fact]
    public void A_limit_may_be_longer_than_a_timer_can_wait()
    {
        var limit = TimeSpan.FromDays(400);
        var timeout = StageTimeout.Start(_clock, limit, default);
        _clock.Advance(limit - Tick);
        Assert.False(timeout.Token.IsCancellationRequested);

        _clock.Advance(Tick);

        Assert.True(timeout.HasElapsed);
        timeout.End();
    }

    [Fact]
    public void A_limit_may_be_longer_than_time_itself()
    {
        var timeout = StageTimeout.Start(_clock, TimeSpan.MaxValue, default);
        Assert.Equal(DateTimeOffset.MaxValue, timeout.Deadline);
        _clock.Advance(TimeSpan.FromDays(1000));
        Assert.False(timeout.Token.IsCancellationRequested);
        timeout.End();

        var system = StageTimeout.Start(TimeProvider.System, TimeSpan.MaxValue, default);
        Assert.Equal(DateTimeOffset.MaxValue, system.Deadline);
        Assert.False(system.Token.IsCancellationRequested);
        system.End();
    }

    [Fact]
    public async Task The_clock_of_the_system_works_as_well()
    {
        var before = TimeProvider.System.GetUtcNow();
        var timeout = StageTimeout.Start(TimeProvider.System, TimeSpan.FromMilliseconds(0.1), default);
        var elapsed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (timeout.Token.Register(elapsed.SetResult))
        {
            await elapsed.Task.OrHang();
        }

        Assert.True(timeout.HasElapsed);
        Assert.InRange(timeout.Deadline!.Value, before - Second, TimeProvider.System.GetUtcNow());
        timeout.End();
    }

    [Fact]
    public void Another_clock_gets_a_timer_of_its_own()
    {
        var other = new ManualTimeProvider();
        var first = StageTimeout.Start(_clock, Second, default);
        first.End();

        var second = StageTimeout.Start(other, 2 * Second, default);

        Assert.Same(first, second);
        Assert.Equal(1, _clock.TimersDisposed);
        _clock.Advance(5 * Second);
        Assert.False(second.Token.IsCancellationRequested);
        other.Advance((2 * Second) - Tick);
        Assert.False(second.Token.IsCancellationRequested);
        other.Advance(Tick);
        Assert.True(second.HasElapsed);
        second.End();
    }

    [Fact]
    public void A_token_that_the_output_may_keep_is_not_used_again()
    {
        var first = StageTimeout.Start(_clock, Second, _outer.Token);
        var token = first.Token;
        first.End(outputMayKeepToken: true);

        var second = StageTimeout.Start(_clock, Second, default);
        _outer.Cancel();
        _clock.Advance(Second);

        Assert.NotSame(first, second);
        Assert.True(second.HasElapsed);
        Assert.False(token.IsCancellationRequested);
        second.End();
    }

    [Fact]
    public void A_callback_that_a_stage_left_behind_is_not_called_in_the_next_use()
    {
        var isCalled = false;
        var first = StageTimeout.Start(_clock, Second, default);
        first.Token.Register(() => isCalled = true);
        first.End();
        var second = StageTimeout.Start(_clock, Second, default);
        Assert.Same(first, second);

        _clock.Advance(Second);

        Assert.True(second.HasElapsed);
        Assert.False(isCalled);
        second.End();
    }

    [Fact]
    public void A_tick_does_not_belong_to_whoever_made_the_timer()
    {
        Local.Value = "of the first caller";
        var timeout = StageTimeout.Start(_clock, Second, default);
        var seen = "nothing";
        timeout.Token.UnsafeRegister(_ => seen = Local.Value, null);
        Local.Value = "of the thread that ticks";

        _clock.Advance(Second);

        Assert.Equal("of the thread that ticks", seen);
        Assert.False(ExecutionContext.IsFlowSuppressed());
        timeout.End();
    }

    [Fact]
    public void A_limit_can_be_started_where_the_flow_of_the_context_is_suppressed()
    {
        using (ExecutionContext.SuppressFlow())
        {
            var timeout = StageTimeout.Start(_clock, Second, default);
            Assert.True(ExecutionContext.IsFlowSuppressed());
            timeout.End();
        }
    }

    [Fact]
    public void A_callback_that_throws_is_told_and_does_not_end_the_process()
    {
        using var listener = new ErrorListener();
        var timeout = StageTimeout.Start(_clock, Second, default);
        timeout.Token.Register(() => throw new FormatException("from a callback"));

        _clock.Advance(Second);

        Assert.True(timeout.HasElapsed);
        Assert.Contains(listener.Messages, message => message.Contains("from a callback", StringComparison.Ordinal));
        timeout.End();
    }

    [Fact]
    public void The_exception_names_the_stage_and_the_limit()
    {
        var cause = new OperationCanceledException();

        var attempt = StageTimeout.Exception("Reserve", TimeSpan.FromSeconds(2), isTotal: false, cause);
        var total = StageTimeout.Exception("Reserve", TimeSpan.FromSeconds(90), isTotal: true, cause);

        Assert.Equal("Stage 'Reserve' did not complete within 00:00:02.", attempt.Message);
        Assert.Equal("Stage 'Reserve' did not complete within 00:01:30 (all attempts together).", total.Message);
        Assert.Same(cause, attempt.InnerException);
    }

    private sealed class ErrorListener : EventListener
    {
        public List<string> Messages { get; } = [];

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Sluice")
            {
                EnableEvents(eventSource, EventLevel.Error);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            lock (Messages)
            {
                Messages.AddRange(eventData.Payload!.OfType<string>());
            }
        }
    }
}
