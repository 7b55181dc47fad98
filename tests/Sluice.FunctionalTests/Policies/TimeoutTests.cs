using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Policies;

/// <summary>Time limits of an attempt, of a whole stage, and of both.</summary>
public sealed partial class TimeoutTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Case_30_a_stage_that_takes_too_long_fails_with_its_name_and_the_limit()
    {
        var stage = Waiting();

        var run = new Attempt(stage).RunAsync(1, Context()).AsTask();
        await _clock.WhenArmedAsync(1).OrHang();
        _clock.Advance(TimeSpan.FromSeconds(2) - TimeSpan.FromTicks(1));
        Assert.False(run.IsCompleted);
        _clock.Advance(TimeSpan.FromTicks(1));

        var thrown = await Assert.ThrowsAsync<TimeoutException>(() => run.OrHang());
        Assert.Contains("'Work'", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("00:00:02", thrown.Message, StringComparison.Ordinal);
        Assert.IsAssignableFrom<OperationCanceledException>(thrown.InnerException);
        Assert.True(run.IsFaulted);
    }

    [Fact]
    public async Task Case_30_a_timed_out_attempt_is_retried()
    {
        var stage = new Behaviour((number, token) => number < 3 ? WaitAsync(token) : new ValueTask<int>(number));

        var run = new RetriedAttempt(stage).RunAsync(1, Context());
        for (var attempt = 1; attempt < 3; attempt++)
        {
            await WhenCalledAsync(stage, attempt);
            _clock.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.Equal(3, await run.OrHang());
    }

    [Fact]
    public async Task Case_30_the_whole_stage_has_a_limit_that_no_attempt_outlives()
    {
        var stage = new Behaviour((_, token) => WaitAsync(token));

        var run = new Both(stage).RunAsync(1, Context()).AsTask();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await WhenCalledAsync(stage, attempt);
            _clock.Advance(TimeSpan.FromSeconds(2));
        }

        var thrown = await Assert.ThrowsAsync<TimeoutException>(() => run.OrHang());
        Assert.Contains("00:00:05", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(3, stage.Calls);
    }

    [Fact]
    public async Task A_value_that_arrives_late_is_a_success()
    {
        var gate = new Gate();
        var stage = new Behaviour(async (_, _) => await gate.WaitAsync());

        var run = new Attempt(stage).RunAsync(1, Context());
        await _clock.WhenArmedAsync(1).OrHang();
        _clock.Advance(TimeSpan.FromMinutes(1));
        gate.Open(42);

        Assert.Equal(42, await run.OrHang());
    }

    [Fact]
    public async Task Whatever_a_stage_throws_whose_time_is_up_is_a_timeout()
    {
        var stage = new Behaviour(
            async (_, token) =>
            {
                try
                {
                    return await WaitAsync(token);
                }
                catch (OperationCanceledException exception)
                {
                    throw new FormatException("cancelled", exception);
                }
            }
        );

        var run = new Attempt(stage).RunAsync(1, Context()).AsTask();
        await _clock.WhenArmedAsync(1).OrHang();
        _clock.Advance(TimeSpan.FromSeconds(2));

        var thrown = await Assert.ThrowsAsync<TimeoutException>(() => run.OrHang());
        Assert.IsType<FormatException>(thrown.InnerException);
    }

    [Fact]
    public async Task A_timed_out_attempt_is_awaited()
    {
        var gate = new Gate();
        var stage = new Behaviour(
            async (_, token) =>
            {
                await gate.WaitAsync();
                token.ThrowIfCancellationRequested();
                return 0;
            }
        );

        var run = new Attempt(stage).RunAsync(1, Context()).AsTask();
        await _clock.WhenArmedAsync(1).OrHang();
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(run.IsCompleted);
        gate.Open(0);

        await Assert.ThrowsAsync<TimeoutException>(() => run.OrHang());
    }

    [Fact]
    public async Task A_cancellation_by_the_caller_is_none_by_the_limit()
    {
        using var source = new CancellationTokenSource();

        var run = new Attempt(Waiting()).RunAsync(1, Context(), source.Token).AsTask();
        await _clock.WhenArmedAsync(1).OrHang();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrHang());
        Assert.True(run.IsCanceled);
    }

    [Fact]
    public void A_synchronous_stage_is_told_by_its_token()
    {
        var run = new Synchronous(() => _clock.Advance(TimeSpan.FromSeconds(3)));

        var thrown = Assert.Throws<TimeoutException>(() => run.Run(1, Context()));

        Assert.Contains("'Work'", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_that_is_over_reaches_no_later_attempt_or_run()
    {
        var pipeline = new Attempt(
            new Behaviour(
                (number, token) =>
                    token.IsCancellationRequested ? throw new InvalidOperationException() : new ValueTask<int>(number)
            )
        );

        for (var run = 1; run <= 1000; run++)
        {
            Assert.Equal(run, await pipeline.RunAsync(1, Context()));
            // Just before, at and just after the time at which the limit of the first run elapses.
            _clock.Advance(TimeSpan.FromSeconds(run % 3));
        }

        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(0, _clock.TimersArmed);
    }

    [Fact]
    public async Task A_stage_knows_when_its_time_is_up()
    {
        var start = _clock.GetUtcNow();

        var deadlines = await new Telling().RunAsync(
            1,
            new RunContext { TimeProvider = _clock, Deadline = start + TimeSpan.FromSeconds(4) }
        );

        Assert.Equal(new Deadlines(start + TimeSpan.FromSeconds(2), start + TimeSpan.FromSeconds(4)), deadlines);
    }

    private static Behaviour Waiting() => new((_, token) => WaitAsync(token));

    private static async ValueTask<int> WaitAsync(CancellationToken token) => await new Gate().WaitOrCancelAsync(token);

    private async Task WhenCalledAsync(Behaviour stage, int calls)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (stage.Calls < calls)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.True(_clock.TimersArmed > 0);
    }

    private RunContext Context() => new() { TimeProvider = _clock };

    [Pipeline]
    private sealed partial class Attempt(Behaviour stage)
    {
        public partial ValueTask<int> RunAsync(long input, RunContext context, CancellationToken token = default);

        [Stage, Timeout("00:00:02")]
        private ValueTask<int> WorkAsync(long input, CancellationToken token) => stage.CallAsync(token);
    }

    [Pipeline]
    private sealed partial class RetriedAttempt(Behaviour stage)
    {
        public partial ValueTask<int> RunAsync(long input, RunContext context);

        [Stage, Retry(3), Timeout("00:00:02")]
        private ValueTask<int> WorkAsync(long input, CancellationToken token) => stage.CallAsync(token);
    }

    [Pipeline]
    private sealed partial class Both(Behaviour stage)
    {
        public partial ValueTask<int> RunAsync(long input, RunContext context);

        [Stage, Retry(9), Timeout("00:00:02", Total = "00:00:05")]
        private ValueTask<int> WorkAsync(long input, CancellationToken token) => stage.CallAsync(token);
    }

    [Pipeline]
    private sealed partial class Synchronous(Action work)
    {
        public partial int Run(long input, RunContext context);

        [Stage, Timeout("00:00:02")]
        private int Work(long input, CancellationToken token)
        {
            work();
            token.ThrowIfCancellationRequested();
            return 1;
        }
    }

    [Pipeline]
    private sealed partial class Telling
    {
        public partial ValueTask<Deadlines> RunAsync(long input, RunContext context);

        [Stage, Retry(2), Timeout("00:00:02", Total = "00:00:03")]
        private static DateTimeOffset Limited(long input, StageContext context) => context.Deadline!.Value;

        [Stage]
        private static Deadlines Free(DateTimeOffset limited, StageContext context) =>
            new(limited, context.Deadline!.Value);
    }

    private sealed record Deadlines(DateTimeOffset Limited, DateTimeOffset Free);
}
