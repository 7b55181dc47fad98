using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Policies;

/// <summary>A second attempt of a stage while the first is still running.</summary>
public sealed partial class HedgeTests
{
    private static readonly TimeSpan After = TimeSpan.FromSeconds(2);
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_first_attempt_that_returns_in_time_stays_alone()
    {
        var gate = new Gate();
        var stage = new Behaviour(async (_, _) => await gate.WaitAsync());

        var run = new Hedged(stage).RunAsync(1, Context());
        _clock.Advance(After - TimeSpan.FromTicks(1));
        gate.Open(7);

        Assert.Equal(7, await run.OrHang());
        Assert.Equal(1, stage.Calls);
        Assert.Equal(0, _clock.TimersArmed);
    }

    [Fact]
    public async Task The_second_attempt_wins_and_the_first_is_cancelled_and_awaited()
    {
        var second = new Gate();
        var cancelled = new Gate();
        var released = new Gate();
        var stage = new Behaviour(
            async (number, token) =>
            {
                if (number == 2)
                {
                    return await second.WaitAsync();
                }

                using (token.UnsafeRegister(_ => cancelled.Open(1), null))
                {
                    await cancelled.WaitAsync();
                }

                return await released.WaitAsync();
            }
        );

        var run = new Hedged(stage).RunAsync(1, Context()).AsTask();
        _clock.Advance(After);
        Assert.Equal(2, stage.Calls);
        second.Open(42);
        await cancelled.AsTask().OrHang();
        Assert.False(run.IsCompleted);
        released.Open(0);

        Assert.Equal(42, await run.OrHang());
    }

    [Fact]
    public async Task The_first_attempt_may_win_although_a_second_has_started()
    {
        var first = new Gate();
        var stage = new Behaviour(
            async (number, token) => number == 1 ? await first.WaitAsync() : await new Gate().WaitOrCancelAsync(token)
        );

        var run = new Hedged(stage).RunAsync(1, Context());
        _clock.Advance(After);
        first.Open(5);

        Assert.Equal(5, await run.OrHang());
        Assert.Equal(2, stage.Calls);
    }

    [Fact]
    public async Task A_failure_before_the_time_is_up_is_that_of_the_stage()
    {
        var stage = Behaviour.FailingFirst(1);

        await Assert.ThrowsAsync<InvalidDataException>(() =>
            new Hedged(stage).RunAsync(1, Context()).AsTask().OrHang()
        );
        Assert.Equal(1, stage.Calls);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_attempt_that_fails_leaves_it_to_the_other(int failing)
    {
        Gate[] gates = [new(), new()];
        var stage = new Behaviour(async (number, _) => await gates[number - 1].WaitAsync());

        var run = new Hedged(stage).RunAsync(1, Context()).AsTask();
        _clock.Advance(After);
        gates[failing - 1].Fail(new InvalidDataException("lost"));
        Assert.False(run.IsCompleted);
        gates[2 - failing].Open(9);

        Assert.Equal(9, await run.OrHang());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task If_both_fail_the_first_failure_is_thrown_and_the_other_kept_beside_it(int first)
    {
        Gate[] gates = [new(), new()];
        var stage = new Behaviour(async (number, _) => await gates[number - 1].WaitAsync());

        var run = new Hedged(stage).RunAsync(1, Context()).AsTask();
        _clock.Advance(After);
        gates[first - 1].Fail(new InvalidDataException("one"));
        gates[2 - first].Fail(new FormatException("two"));

        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang());
        Assert.Equal("two", Assert.Single(RunFailure.Of(thrown)!.FurtherFailures).Message);
    }

    [Fact]
    public async Task The_caller_cancels_both_attempts()
    {
        using var source = new CancellationTokenSource();
        var stage = Waiting();

        var run = new Hedged(stage).RunAsync(1, Context(), source.Token).AsTask();
        _clock.Advance(After);
        Assert.Equal(2, stage.Calls);
        await source.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrHang());
        Assert.True(run.IsCanceled);
        Assert.Empty(RunFailure.Of(thrown)!.FurtherFailures);
    }

    [Fact]
    public async Task Nothing_is_started_after_a_cancellation()
    {
        using var source = new CancellationTokenSource();
        var gate = new Gate();
        var stage = new Behaviour(async (_, _) => await gate.WaitAsync());

        var run = new Hedged(stage).RunAsync(1, Context(), source.Token).AsTask();
        await source.CancelAsync();
        _clock.Advance(After);
        gate.Open(3);

        Assert.Equal(1, stage.Calls);
        await Task.WhenAny(run).OrHang();
    }

    [Fact]
    public async Task The_total_limit_ends_both_attempts()
    {
        var stage = Waiting();

        var run = new Limited(stage).RunAsync(1, Context()).AsTask();
        _clock.Advance(After);
        Assert.Equal(2, stage.Calls);
        _clock.Advance(TimeSpan.FromSeconds(3));

        var thrown = await Assert.ThrowsAsync<TimeoutException>(() => run.OrHang());
        Assert.Contains("00:00:05", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_attempt_has_its_own_limit_and_a_retry_hedges_again()
    {
        var stage = new Behaviour(
            async (number, token) => number < 4 ? await new Gate().WaitOrCancelAsync(token) : number
        );

        var run = new Retried(stage).RunAsync(1, Context());
        _clock.Advance(After);
        Assert.Equal(2, stage.Calls);

        // The limits of both attempts elapse one after the other, so the hedged attempt as a whole has failed.
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(3, stage.Calls);
        _clock.Advance(After);

        Assert.Equal(4, await run.OrHang());
    }

    [Fact]
    public async Task A_circuit_counts_each_attempt_but_none_that_has_lost()
    {
        Gate[] gates = [new(), new()];
        var stage = new Behaviour(
            async (number, token) =>
                number <= 2 ? await gates[number - 1].WaitAsync() : await new Gate().WaitOrCancelAsync(token)
        );
        var pipeline = new Broken(stage);

        var failing = pipeline.RunAsync(1, Context()).AsTask();
        _clock.Advance(After);
        gates[0].Fail(new InvalidDataException("one"));
        gates[1].Fail(new InvalidDataException("two"));
        await Assert.ThrowsAsync<InvalidDataException>(() => failing.OrHang());

        Assert.Equal(CircuitState.Open, pipeline.WorkCircuit.State);
    }

    [Fact]
    public async Task An_attempt_that_has_lost_says_nothing_to_the_circuit()
    {
        var second = new Gate();
        var stage = new Behaviour(
            async (number, token) => number == 2 ? await second.WaitAsync() : await new Gate().WaitOrCancelAsync(token)
        );
        var pipeline = new Fragile(stage);

        var run = pipeline.RunAsync(1, Context());
        _clock.Advance(After);
        second.Open(2);

        Assert.Equal(2, await run.OrHang());
        Assert.Equal(CircuitState.Closed, pipeline.WorkCircuit.State);
    }

    [Fact]
    public async Task Attempts_are_numbered_and_reported()
    {
        var first = new Gate();
        var pipeline = new Telling(first);

        var run = pipeline.TryRunAsync(1, Context());
        _clock.Advance(After);

        var result = await run.OrHang();
        Assert.Equal(2, result.Outcome.Value);
        Assert.Equal(2, result.Report.Stages.Single().Attempts);
    }

    [Fact]
    public async Task An_outcome_that_failed_leaves_it_to_the_other_attempt_and_a_skip_wins()
    {
        var first = new Gate();
        var failing = new Outcomes(async number =>
            number == 1 ? await first.WaitAsync() : Outcome.Fail(new InvalidDataException())
        );
        var run = failing.RunAsync(1, Context());
        _clock.Advance(After);
        first.Open(8);
        Assert.Equal(8, (await run.OrHang()).Value);

        var waiting = new Gate();
        var skipping = new Outcomes(async number => number == 1 ? await waiting.WaitAsync() : Outcome.Skip("nothing"));
        var skipped = skipping.RunAsync(1, Context()).AsTask();
        _clock.Advance(After);
        waiting.Open(1);
        Assert.False((await skipped.OrHang()).HasValue);
    }

    [Fact]
    public async Task Effects_and_elements_are_hedged_too()
    {
        var effect = new Behaviour(
            async (number, token) => number == 1 ? await new Gate().WaitOrCancelAsync(token) : number
        );
        var run = new Effect(effect).RunAsync(1, Context());
        _clock.Advance(After);
        await run.AsTask().OrHang();
        Assert.Equal(2, effect.Calls);

        var elements = new Behaviour(
            async (number, token) => number <= 2 ? await new Gate().WaitOrCancelAsync(token) : 1
        );
        var all = new Elements(elements).RunAsync([1, 2], Context());
        _clock.Advance(After);
        Assert.Equal([1, 1], await all.OrHang());
        Assert.Equal(4, elements.Calls);
    }

    [Fact]
    public async Task An_offloaded_stage_hedges_with_another_thread()
    {
        using var entered = new SemaphoreSlim(0);
        var calls = 0;
        var pipeline = new Offloaded(token =>
        {
            var call = Interlocked.Increment(ref calls);
            entered.Release();
            if (call == 1)
            {
                token.WaitHandle.WaitOne();
                token.ThrowIfCancellationRequested();
            }

            return call;
        });

        var run = pipeline.RunAsync(1, Context()).AsTask();
        await entered.WaitAsync().OrHang();
        await _clock.WhenArmedAsync(1).OrHang();
        _clock.Advance(After);

        Assert.Equal(2, await run.OrHang());
    }

    [Fact]
    public async Task A_cached_stage_keeps_the_value_that_won()
    {
        var stage = new Behaviour(
            async (number, token) => number == 1 ? await new Gate().WaitOrCancelAsync(token) : number
        );
        var pipeline = new Kept(stage);

        var run = pipeline.RunAsync(1, Context());
        _clock.Advance(After);

        Assert.Equal(2, await run.OrHang());
        Assert.Equal(2, await pipeline.RunAsync(1, Context()).OrHang());
        Assert.Equal(2, stage.Calls);
    }

    private static Behaviour Waiting() => new(async (_, token) => await new Gate().WaitOrCancelAsync(token));

    private RunContext Context() => new() { TimeProvider = _clock };
}
