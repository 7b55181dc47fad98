#pragma warning disable CA5394 // The random calls are no secrets.

namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>A circuit that opens if a certain share of the calls within a time window fails.</summary>
public sealed class CircuitWindowTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(32);
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void It_opens_with_the_failure_that_makes_the_part_too_large()
    {
        var circuit = new CircuitBreaker("Reserve", 0.5, Break, Window, 4);
        Succeed(circuit, 2);
        Fail(circuit, 1);
        Assert.Equal(CircuitState.Closed, circuit.State);

        Fail(circuit, 1);

        Assert.Equal(CircuitState.Open, circuit.State);
    }

    [Fact]
    public void It_does_not_open_before_there_are_enough_calls()
    {
        var circuit = new CircuitBreaker("Reserve", 0.5, Break, Window, 10);
        Fail(circuit, 9);
        Assert.Equal(CircuitState.Closed, circuit.State);

        Fail(circuit, 1);

        Assert.Equal(CircuitState.Open, circuit.State);
    }

    [Fact]
    public void A_success_never_opens_it()
    {
        var circuit = new CircuitBreaker("Reserve", 0.5, Break, Window, 10);
        Fail(circuit, 9);

        Succeed(circuit, 1);

        Assert.Equal(CircuitState.Closed, circuit.State);
    }

    [Fact]
    public void A_part_of_one_opens_it_when_all_calls_fail()
    {
        var circuit = new CircuitBreaker("Reserve", 1.0, Break, Window, 2);
        Succeed(circuit, 1);
        Fail(circuit, 1000);
        Assert.Equal(CircuitState.Closed, circuit.State);
        _clock.Advance(Window);

        Fail(circuit, 2);

        Assert.Equal(CircuitState.Open, circuit.State);
    }

    [Fact]
    public void A_call_counts_until_the_window_has_passed_and_not_longer()
    {
        var circuit = new CircuitBreaker("Reserve", 1.0, Break, Window, 2);
        Fail(circuit, 1);
        _clock.Advance(Window - Tick);
        Fail(circuit, 1);
        Assert.Equal(CircuitState.Open, circuit.State);

        circuit.Reset();
        Fail(circuit, 1);
        _clock.Advance(Window);
        Fail(circuit, 1);
        Assert.Equal(CircuitState.Closed, circuit.State);
    }

    [Fact]
    public void Calls_leave_the_window_in_the_order_in_which_they_came()
    {
        // Ten failures in the first slice, and one success in each of the others.
        var circuit = new CircuitBreaker("Reserve", 0.25, Break, Window, 30);
        Fail(circuit, 10);
        for (var slice = 1; slice < 32; slice++)
        {
            _clock.Advance(Slice);
            Succeed(circuit, 1);
        }

        // The first failures have left the window: of 32 calls, one has failed.
        _clock.Advance(Slice);
        Fail(circuit, 1);
        Assert.Equal(CircuitState.Closed, circuit.State);

        // The successes leave the window one by one. With seven failures there are too few calls.
        _clock.Advance(10 * Slice);
        Fail(circuit, 7);
        Assert.Equal(CircuitState.Closed, circuit.State);
        Fail(circuit, 1);
        Assert.Equal(CircuitState.Open, circuit.State);
    }

    [Fact]
    public void A_long_silence_empties_the_window()
    {
        var circuit = new CircuitBreaker("Reserve", 0.5, Break, Window, 10);
        Fail(circuit, 9);
        _clock.Advance(TimeSpan.FromDays(10_000));

        Fail(circuit, 9);

        Assert.Equal(CircuitState.Closed, circuit.State);
        Fail(circuit, 1);
        Assert.Equal(CircuitState.Open, circuit.State);
    }

    [Fact]
    public void What_was_counted_is_forgotten_when_it_closes()
    {
        var circuit = new CircuitBreaker("Reserve", 0.5, Break, Window, 4);
        Fail(circuit, 4);
        _clock.Advance(Break);
        Succeed(circuit, 1);
        Assert.Equal(CircuitState.Closed, circuit.State);

        Fail(circuit, 3);
        Assert.Equal(CircuitState.Closed, circuit.State);
        Fail(circuit, 1);
        Assert.Equal(CircuitState.Open, circuit.State);
    }

    [Fact]
    public void The_deciding_call_decides_alone()
    {
        var circuit = new CircuitBreaker("Reserve", 0.5, Break, Window, 4);
        Fail(circuit, 4);
        _clock.Advance(Break);

        Fail(circuit, 1);

        Assert.Equal(CircuitState.Open, circuit.State);
        Assert.Equal(Break, circuit.RetryAfter);
    }

    [Fact]
    public void Cancelled_calls_count_neither_way()
    {
        var circuit = new CircuitBreaker("Reserve", 0.5, Break, Window, 4);
        Fail(circuit, 3);
        for (var i = 0; i < 100; i++)
        {
            circuit.Enter(_clock).Abandoned();
        }

        Assert.Equal(CircuitState.Closed, circuit.State);
        Fail(circuit, 1);
        Assert.Equal(CircuitState.Open, circuit.State);
    }

    [Fact]
    public void Runs_with_other_clocks_count_together()
    {
        var circuit = new CircuitBreaker("Reserve", 0.5, Break, Window, 4);
        var other = new ManualTimeProvider();
        other.Advance(1000 * Window);
        circuit.Enter(_clock).Failed(new FormatException());
        circuit.Enter(other).Failed(new FormatException());
        circuit.Enter(_clock).Failed(new FormatException());

        circuit.Enter(TimeProvider.System).Failed(new FormatException());

        Assert.Equal(CircuitState.Open, circuit.State);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(long.MaxValue)]
    public void A_window_may_be_of_any_length(long ticks)
    {
        var circuit = new CircuitBreaker("Reserve", 0.5, Break, TimeSpan.FromTicks(ticks), 4);
        Fail(circuit, 3);
        Assert.Equal(CircuitState.Closed, circuit.State);

        Fail(circuit, 1);

        Assert.Equal(CircuitState.Open, circuit.State);
    }

    [Fact]
    public void The_window_agrees_with_a_plain_count_of_the_calls_in_it()
    {
        // The reference implementation keeps every call, and drops it according to the slice in which it started.
        var random = new Random(7);
        var circuit = new CircuitBreaker("Reserve", 0.6, Break, Window, 10);
        var calls = new List<(long Slice, bool IsFailure)>();
        var opened = 0;
        var start = default(TimeSpan?);
        for (var i = 0; i < 20_000; i++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(random.Next(20) == 0 ? random.Next(40_000) : random.Next(300)));
            start ??= _clock.Elapsed;
            var slice = (_clock.Elapsed - start.Value).Ticks / Slice.Ticks;
            var isFailure = random.Next(2) == 0;
            calls.Add((slice, isFailure));
            calls.RemoveAll(call => call.Slice <= slice - 32);
            if (isFailure)
            {
                Fail(circuit, 1);
            }
            else
            {
                Succeed(circuit, 1);
            }

            var isTooMuch = isFailure && calls.Count >= 10 && calls.Count(call => call.IsFailure) >= 0.6 * calls.Count;
            Assert.Equal(isTooMuch ? CircuitState.Open : CircuitState.Closed, circuit.State);
            if (isTooMuch)
            {
                opened++;
                calls.Clear();
                circuit.Reset();
            }
        }

        Assert.InRange(opened, 20, 2000);
    }

    private void Succeed(CircuitBreaker circuit, int times)
    {
        for (; times > 0; times--)
        {
            circuit.Enter(_clock).Succeeded();
        }
    }

    private void Fail(CircuitBreaker circuit, int times)
    {
        for (; times > 0; times--)
        {
            circuit.Enter(_clock).Failed(new FormatException());
        }
    }
}
