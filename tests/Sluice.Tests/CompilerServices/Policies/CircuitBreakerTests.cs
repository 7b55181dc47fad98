using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>A circuit that opens after consecutive failures.</summary>
public sealed class CircuitBreakerTests
{
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly ManualTimeProvider _clock = new();
    private readonly CircuitBreaker _circuit = new("Reserve", 5, Break);

    [Fact]
    public void It_opens_after_failures_in_a_row_and_lets_none_through_until_the_break_is_over()
    {
        for (var failure = 1; failure <= 5; failure++)
        {
            Assert.Equal(CircuitState.Closed, _circuit.State);
            Fail($"failure {failure}");
        }

        Assert.Equal(CircuitState.Open, _circuit.State);
        _clock.Advance(Break - Tick);
        AssertIsOpen(Tick);
        Assert.Equal(CircuitState.Open, _circuit.State);

        _clock.Advance(Tick);

        Assert.Equal(CircuitState.HalfOpen, _circuit.State);
        Assert.Equal(TimeSpan.Zero, _circuit.RetryAfter);
        Enter().Succeeded();
        Assert.Equal(CircuitState.Closed, _circuit.State);
    }

    [Fact]
    public void The_exception_names_the_stage_the_failure_and_the_time()
    {
        FailTimes(4);
        Fail("the last");
        _clock.Advance(TimeSpan.FromSeconds(10));

        var exception = Assert.Throws<CircuitOpenException>(() => Enter());

        Assert.Equal("Stage 'Reserve' was not called: its circuit is open for another 00:00:20.", exception.Message);
        Assert.Equal("Reserve", exception.Stage);
        Assert.Equal(TimeSpan.FromSeconds(20), exception.RetryAfter);
        Assert.Equal("the last", exception.InnerException!.Message);
        Assert.Equal(TimeSpan.FromSeconds(20), _circuit.RetryAfter);
        Assert.Same(exception.InnerException, _circuit.LastFailure);
    }

    [Fact]
    public void A_success_starts_the_row_anew()
    {
        for (var round = 0; round < 10; round++)
        {
            FailTimes(4);
            Enter().Succeeded();
        }

        Assert.Equal(CircuitState.Closed, _circuit.State);
        FailTimes(5);
        Assert.Equal(CircuitState.Open, _circuit.State);
    }

    [Fact]
    public void A_cancelled_call_counts_neither_way()
    {
        FailTimes(4);
        Enter().Abandoned();
        Assert.Equal(CircuitState.Closed, _circuit.State);

        FailTimes(1);

        Assert.Equal(CircuitState.Open, _circuit.State);
    }

    [Fact]
    public void While_one_call_decides_no_other_is_let_through()
    {
        Open();
        _clock.Advance(Break);
        var deciding = Enter();
        Assert.Equal(CircuitState.HalfOpen, _circuit.State);

        var exception = AssertIsOpen(null);
        Assert.Equal(
            "Stage 'Reserve' was not called: its circuit is open, and a trial call is under way.",
            exception.Message
        );
        _clock.Advance(10 * Break);
        AssertIsOpen(null);

        deciding.Succeeded();
        Enter().Succeeded();
        Assert.Equal(CircuitState.Closed, _circuit.State);
    }

    [Fact]
    public void A_failure_of_the_deciding_call_opens_it_for_another_whole_break()
    {
        Open();
        _clock.Advance(Break);
        var deciding = Enter();
        _clock.Advance(TimeSpan.FromSeconds(7));

        deciding.Failed(new FormatException("again"));

        AssertIsOpen(Break);
        Assert.Equal("again", _circuit.LastFailure!.Message);
        _clock.Advance(Break);
        Enter().Succeeded();
        FailTimes(4);
        Assert.Equal(CircuitState.Closed, _circuit.State);
    }

    [Fact]
    public void A_deciding_call_that_is_cancelled_lets_the_next_one_decide()
    {
        Open();
        _clock.Advance(Break);
        var abandoned = Enter();
        abandoned.Abandoned();
        Assert.Equal(CircuitState.HalfOpen, _circuit.State);

        var deciding = Enter();
        AssertIsOpen(null);

        // Later reports of the abandoned call are ignored.
        abandoned.Succeeded();
        abandoned.Failed(new FormatException());
        abandoned.Abandoned();
        AssertIsOpen(null);
        deciding.Succeeded();
        Assert.Equal(CircuitState.Closed, _circuit.State);
    }

    [Fact]
    public void What_calls_from_before_the_opening_come_to_does_not_count()
    {
        var success = Enter();
        var failure = Enter();
        var cancellation = Enter();
        Open();
        var last = _circuit.LastFailure;

        success.Succeeded();
        failure.Failed(new FormatException("late"));
        Assert.Equal(CircuitState.Open, _circuit.State);
        Assert.Same(last, _circuit.LastFailure);
        AssertIsOpen(Break);

        _clock.Advance(Break);
        var deciding = Enter();
        success.Succeeded();
        cancellation.Abandoned();
        failure.Failed(new FormatException("late"));
        Assert.Equal(CircuitState.HalfOpen, _circuit.State);
        AssertIsOpen(null);

        deciding.Succeeded();
        failure.Failed(new FormatException("late"));
        FailTimes(4);
        Assert.Equal(CircuitState.Closed, _circuit.State);
    }

    [Fact]
    public void A_call_that_ends_after_the_break_counts_only_where_it_began_after_it()
    {
        var late = Enter();
        Open();
        _clock.Advance(Break);

        late.Succeeded();

        Assert.Equal(CircuitState.HalfOpen, _circuit.State);
    }

    [Fact]
    public void It_can_be_opened_by_hand_until_it_is_reset()
    {
        _circuit.Isolate();
        _clock.Advance(10 * Break);

        Assert.Equal(CircuitState.Isolated, _circuit.State);
        Assert.Equal(Timeout.InfiniteTimeSpan, _circuit.RetryAfter);
        var exception = AssertIsOpen(null);
        Assert.Equal("Stage 'Reserve' was not called: its circuit is open until it is reset.", exception.Message);
        Assert.Null(exception.InnerException);

        _circuit.Reset();
        Enter().Succeeded();
        Assert.Equal(CircuitState.Closed, _circuit.State);
    }

    [Fact]
    public void To_reset_it_closes_it_and_forgets_what_was_counted()
    {
        Open();
        _circuit.Reset();
        Assert.Equal(CircuitState.Closed, _circuit.State);
        Assert.Null(_circuit.LastFailure);

        FailTimes(4);
        _circuit.Reset();
        FailTimes(4);
        Assert.Equal(CircuitState.Closed, _circuit.State);
    }

    [Fact]
    public void A_deciding_call_does_not_close_what_was_opened_by_hand_meanwhile()
    {
        Open();
        _clock.Advance(Break);
        var deciding = Enter();
        _circuit.Isolate();

        deciding.Succeeded();

        AssertIsOpen(null);
    }

    [Fact]
    public void The_break_is_measured_by_the_clock_that_it_began_by()
    {
        var other = new ManualTimeProvider();
        other.Advance(1000 * Break);
        Open();

        Assert.Throws<CircuitOpenException>(() => _circuit.Enter(other));
        other.Advance(Break);
        Assert.Throws<CircuitOpenException>(() => _circuit.Enter(other));
        _clock.Advance(Break);

        _circuit.Enter(other).Succeeded();
        Assert.Equal(CircuitState.Closed, _circuit.State);
    }

    [Fact]
    public void A_break_may_be_longer_than_time_itself()
    {
        var circuit = new CircuitBreaker("Reserve", 1, TimeSpan.MaxValue);
        circuit.Enter(_clock).Failed(new FormatException());
        _clock.Advance(TimeSpan.FromDays(100_000));

        Assert.Throws<CircuitOpenException>(() => circuit.Enter(_clock));
    }

    [Fact]
    public void Numbers_out_of_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CircuitBreaker("Reserve", 0, Break));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CircuitBreaker("Reserve", 1, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CircuitBreaker("Reserve", 0.0, Break, Break, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CircuitBreaker("Reserve", 1.01, Break, Break, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CircuitBreaker("Reserve", double.NaN, Break, Break, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CircuitBreaker("Reserve", 0.5, Break, TimeSpan.Zero, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CircuitBreaker("Reserve", 0.5, Break, Break, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CircuitBreaker("Reserve", 0.5, -Break, Break, 2));
    }

    [Fact]
    public void Of_many_threads_one_decides_each_time()
    {
        const int Rounds = 500;
        const int Workers = 4;
        var circuit = new CircuitBreaker("Reserve", 1, Break);
        var entered = new int[Rounds];
        var passes = new CircuitPass[Workers];
        using var barrier = new Barrier(Workers);
        circuit.Enter(_clock).Failed(new FormatException());
        Threads.Run(
            Workers,
            number =>
            {
                for (var round = 0; round < Rounds; round++)
                {
                    if (number == 0)
                    {
                        _clock.Advance(Break);
                    }

                    barrier.SignalAndWaitOrHang();
                    var hasEntered = TryEnter(circuit, out passes[number]);
                    if (hasEntered)
                    {
                        Interlocked.Increment(ref entered[round]);
                    }

                    barrier.SignalAndWaitOrHang();
                    if (hasEntered)
                    {
                        passes[number].Failed(new FormatException());
                    }

                    barrier.SignalAndWaitOrHang();
                }
            }
        );

        Assert.All(entered, count => Assert.Equal(1, count));
    }

    private bool TryEnter(CircuitBreaker circuit, out CircuitPass pass)
    {
        pass = default;
        try
        {
            pass = circuit.Enter(_clock);
            return true;
        }
        catch (CircuitOpenException)
        {
            return false;
        }
    }

    private CircuitPass Enter() => _circuit.Enter(_clock);

    private void Fail(string message) => Enter().Failed(new FormatException(message));

    private void FailTimes(int times)
    {
        for (; times > 0; times--)
        {
            Fail("failure");
        }
    }

    private void Open()
    {
        FailTimes(5);
        Assert.Equal(CircuitState.Open, _circuit.State);
    }

    private CircuitOpenException AssertIsOpen(TimeSpan? retryAfter)
    {
        var exception = Assert.Throws<CircuitOpenException>(() => Enter());
        Assert.Equal(retryAfter, exception.RetryAfter);
        return exception;
    }
}
