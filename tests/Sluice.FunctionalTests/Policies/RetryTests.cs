using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Policies;

/// <summary>The number, the reasons and the times of further calls of a stage.</summary>
public sealed partial class RetryTests
{
    private static readonly string[] Exponential = ["00:00:01", "00:00:02", "00:00:04", "00:00:05"];

    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Case_27_a_stage_that_fails_three_times_of_five_succeeds_on_the_fourth()
    {
        var stage = Behaviour.FailingFirst(3);

        var result = await new FiveAttempts(stage).RunAsync(1);

        Assert.True(result.IsSuccess);
        Assert.Equal(4, result.Outcome.Value);
        Assert.Equal(4, stage.Calls);
        Assert.Equal(4, result.Stages.Single().Attempts);
    }

    [Fact]
    public async Task When_no_attempt_is_left_the_stage_fails_with_what_the_last_one_threw()
    {
        var stage = Behaviour.FailingFirst(9);

        var result = await new FiveAttempts(stage).RunAsync(1);

        Assert.Equal("call 5", Assert.IsType<InvalidDataException>(result.Outcome.Exception).Message);
        Assert.Equal(5, stage.Calls);
        Assert.Equal((StageStatus.Failed, 5), (result.Stages[0].Status, result.Stages[0].Attempts));
    }

    [Fact]
    public void A_synchronous_stage_without_a_delay_stays_synchronous()
    {
        var stage = Behaviour.FailingFirst(2);

        Assert.Equal(3, new Synchronous(stage).Run(1));
        Assert.Equal(Lowering.StraightLine, Synchronous.Graph.EntryPoints[0].Lowering);
        var thrown = Assert.Throws<InvalidDataException>(() => new Synchronous(Behaviour.FailingFirst(3)).Run(1));
        Assert.Equal(3, RunFailure.Of(thrown)!.Report!.Stages[0].Attempts);
    }

    [Fact]
    public async Task Case_28_waits_double_up_to_the_cap()
    {
        var stage = Behaviour.FailingFirst(4);
        var retries = new Retries();

        var run = new ExponentialWaits(stage).RunAsync(1, retries.Observer, Context());
        for (var wait = 1; wait <= 4; wait++)
        {
            await _clock.WhenArmedAsync(wait).OrHang();
            _clock.Advance(retries.Delays[^1] - TimeSpan.FromTicks(1));
            Assert.Equal(wait, stage.Calls);
            _clock.Advance(TimeSpan.FromTicks(1));
        }

        Assert.Equal(5, await run.OrHang());
        Assert.Equal(Exponential, retries.Delays.Select(delay => delay.ToString()));
        Assert.Equal(0, _clock.TimersArmed);
    }

    [Fact]
    public async Task A_wait_ends_when_the_run_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        var stage = Behaviour.FailingFirst(4);

        var run = new ExponentialWaits(stage).RunAsync(1, new Retries().Observer, Context(), source.Token).AsTask();
        await _clock.WhenArmedAsync(1).OrHang();
        await source.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrHang());
        Assert.True(run.IsCanceled);
        Assert.NotNull(thrown);
        Assert.Equal(1, stage.Calls);
        Assert.Equal(0, _clock.TimersArmed);
    }

    [Fact]
    public async Task Case_29_a_cancellation_is_not_retried()
    {
        using var source = new CancellationTokenSource();
        var stage = new Behaviour(
            (_, token) =>
            {
                source.Cancel();
                token.ThrowIfCancellationRequested();
                return new ValueTask<int>(0);
            }
        );

        var result = await new FiveAttempts(stage).RunAsync(1, source.Token);

        Assert.Equal(OutcomeStatus.Cancelled, result.Outcome.Status);
        Assert.Equal(1, stage.Calls);
    }

    [Fact]
    public async Task Case_29_a_cancellation_that_no_token_of_the_run_explains_is_a_failure_and_is_retried()
    {
        var stage = Behaviour.FailingFirst(2, _ => new OperationCanceledException("of something else"));

        Assert.Equal(3, (await new FiveAttempts(stage).RunAsync(1)).Outcome.Value);
    }

    [Theory]
    [InlineData(nameof(TimeoutException), 3)]
    [InlineData(nameof(EndOfStreamException), 3)]
    [InlineData(nameof(InvalidDataException), 1)]
    public async Task Case_29_only_the_listed_types_and_those_derived_from_them_are_retried(string type, int calls)
    {
        var stage = Behaviour.FailingFirst(9, _ => Make(type));

        await Assert.ThrowsAnyAsync<Exception>(() => new Listed(stage).RunAsync(1).AsTask());

        Assert.Equal(calls, stage.Calls);
    }

    [Fact]
    public async Task Case_29_a_predicate_decides()
    {
        var stage = Behaviour.FailingFirst(
            9,
            number => new InvalidDataException(number < 3 ? "transient" : "permanent")
        );

        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => new Predicate(stage).RunAsync(1).AsTask());

        Assert.Equal("permanent", thrown.Message);
        Assert.Equal(3, stage.Calls);
    }

    [Fact]
    public async Task Case_29_an_outcome_that_asks_for_a_retry_is_honoured_with_its_wait()
    {
        var calls = 0;
        var retries = new Retries();

        var run = new Asking(() =>
            ++calls < 3 ? Outcome.Retry(TimeSpan.FromSeconds(7), new InvalidDataException("busy")) : calls
        ).RunAsync(1, retries.Observer, Context());
        await _clock.WhenArmedAsync(1).OrHang();
        _clock.Advance(TimeSpan.FromSeconds(7));
        await _clock.WhenArmedAsync(2).OrHang();
        _clock.Advance(TimeSpan.FromSeconds(7));

        Assert.Equal(3, (await run.OrHang()).Value);
        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7)], retries.Delays);
    }

    [Fact]
    public async Task An_outcome_that_asks_once_too_often_fails_the_stage_with_its_wait()
    {
        var outcome = await new Asking(() => Outcome.Retry(TimeSpan.Zero))
            .RunAsync(1, new Retries().Observer, Context())
            .OrHang();

        var failure = Assert.IsType<RetryRequestedException>(outcome.Exception);
        Assert.Equal(TimeSpan.Zero, failure.RetryAfter);
    }

    [Fact]
    public async Task An_outcome_that_skips_or_cancels_is_not_retried()
    {
        var calls = 0;
        var skipped = await new AskingOptional(() =>
        {
            calls++;
            return Outcome.Skip("nothing to do");
        }).RunAsync(1);

        Assert.Equal("nothing to do", skipped.Reason);
        var cancelled = await Assert.ThrowsAsync<RunCancelledException>(() => new AskingOptional(() =>
            {
                calls++;
                return Outcome.Cancel("enough");
            }).RunAsync(1).AsTask());
        Assert.Contains("enough", cancelled.Message, StringComparison.Ordinal);
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task A_stage_sees_its_attempt_and_what_the_one_before_failed_with()
    {
        var seen = new List<string>();

        await new Seeing(seen).RunAsync(1);

        Assert.Equal(["1 ", "2 attempt 1", "3 attempt 2"], seen);
    }

    [Fact]
    public async Task Each_element_is_tried_again_by_itself()
    {
        var result = await new Elements().RunAsync([3, 1, 2]);

        Assert.Equal([3, 1, 2], result);
    }

    private static Exception Make(string type) =>
        type switch
        {
            nameof(TimeoutException) => new TimeoutException(),
            nameof(EndOfStreamException) => new EndOfStreamException(),
            _ => new InvalidDataException(),
        };

    private RunContext Context() => new() { TimeProvider = _clock };

    /// <summary>Records the delays before further attempts.</summary>
    private sealed class Retries
    {
        private readonly Lock _gate = new();
        private readonly List<TimeSpan> _delays = [];

        public IReadOnlyList<TimeSpan> Delays
        {
            get
            {
                lock (_gate)
                {
                    return [.. _delays];
                }
            }
        }

        public RetryObserver Observer => new(this);

        public void Add(TimeSpan delay)
        {
            lock (_gate)
            {
                _delays.Add(delay);
            }
        }

        public readonly struct RetryObserver(Retries retries) : IRunObserver
        {
            public void Observe(in RunEvent runEvent)
            {
                if (runEvent.Kind == RunEventKind.StageRetrying)
                {
                    retries.Add(runEvent.RetryDelay!.Value);
                }
            }
        }
    }

    [Pipeline]
    private sealed partial class FiveAttempts(Behaviour stage)
    {
        [return: From(nameof(WorkAsync))]
        public partial ValueTask<PipelineResult<int>> RunAsync(long input, CancellationToken token = default);

        [Stage, Retry(5)]
        private ValueTask<int> WorkAsync(long input, CancellationToken token) => stage.CallAsync(token);
    }

    [Pipeline]
    private sealed partial class Synchronous(Behaviour stage)
    {
        public partial int Run(long input);

        [Stage, Retry(3)]
        private int Work(long input) => stage.Call();
    }

    [Pipeline]
    private sealed partial class ExponentialWaits(Behaviour stage)
    {
        public partial ValueTask<int> RunAsync<TObserver>(
            long input,
            TObserver observer,
            RunContext context,
            CancellationToken token = default
        )
            where TObserver : struct, IRunObserver;

        [Stage, Retry(5, Delay = "00:00:01", Backoff = Backoff.Exponential, MaxDelay = "00:00:05")]
        private ValueTask<int> WorkAsync(long input, CancellationToken token) => stage.CallAsync(token);
    }

    [Pipeline]
    private sealed partial class Listed(Behaviour stage)
    {
        public partial ValueTask<int> RunAsync(long input);

        [Stage, Retry(3, On = [typeof(TimeoutException), typeof(IOException)])]
        private ValueTask<int> WorkAsync(long input) => stage.CallAsync(CancellationToken.None);
    }

    [Pipeline]
    private sealed partial class Predicate(Behaviour stage)
    {
        public partial ValueTask<int> RunAsync(long input);

        [Stage, Retry(9, When = nameof(IsTransient))]
        private ValueTask<int> WorkAsync(long input) => stage.CallAsync(CancellationToken.None);

        private static bool IsTransient(Exception exception) => exception.Message == "transient";
    }

    [Pipeline]
    private sealed partial class Asking(Func<Outcome<int>> stage)
    {
        public partial ValueTask<Outcome<int>> RunAsync<TObserver>(long input, TObserver observer, RunContext context)
            where TObserver : struct, IRunObserver;

        [Stage, Retry(3, Delay = "00:01:00", On = [typeof(IOException)])]
        private async Task<Outcome<int>> WorkAsync(long input)
        {
            await Task.Yield();
            return stage();
        }
    }

    [Pipeline]
    private sealed partial class AskingOptional(Func<Outcome<int>> stage)
    {
        public partial ValueTask<Optional<int>> RunAsync(long input);

        [Stage, Retry(3)]
        private Outcome<int> Work(long input) => stage();
    }

    [Pipeline]
    private sealed partial class Seeing(List<string> seen)
    {
        public partial ValueTask<int> RunAsync(long input);

        [Stage, Retry(3)]
        private async ValueTask<int> WorkAsync(long input, StageContext context)
        {
            await Task.Yield();
            seen.Add($"{context.Attempt} {context.PreviousError?.Message}");
            return context.Attempt < 3 ? throw new InvalidDataException($"attempt {context.Attempt}") : 0;
        }
    }

    [Pipeline]
    private sealed partial class Elements
    {
        public partial ValueTask<int[]> RunAsync(long[] counts);

        [Stage, Retry(3)]
        private static async Task<int> WorkAsync([Each] long count, StageContext context)
        {
            await Task.Yield();
            return context.Attempt < count ? throw new InvalidDataException("not yet") : context.Attempt;
        }
    }
}
