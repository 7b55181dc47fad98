using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Outcomes;

/// <summary>A run with failed stages ends with the first failure, after every stage that started has ended.</summary>
public sealed partial class FailureTests
{
    [Fact]
    public async Task Case_20_a_failure_cancels_what_is_under_way_and_the_run_waits_for_it()
    {
        var script = new Script();
        var failure = new InvalidDataException("first");

        var run = new Pair().RunAsync(script).AsTask();
        script.First.Fail(failure);

        // The token of the other stage is cancelled, but the stage continues, so the run has not ended.
        Assert.True(script.SecondToken.IsCancellationRequested);
        Assert.False(run.IsCompleted);
        script.Second.Open(2);

        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang());
        Assert.Same(failure, thrown);
        Assert.Empty(RunFailure.Of(thrown)!.FurtherFailures);
        Assert.Equal(0, script.Under);
    }

    [Fact]
    public async Task Case_20_what_a_stage_throws_keeps_its_stack()
    {
        var script = new Script();
        var run = new Pair().RunAsync(script).AsTask();
        script.Second.Open(2);
        script.First.Open(-1);

        var thrown = await Assert.ThrowsAsync<ArithmeticException>(() => run.OrHang());

        Assert.Contains(nameof(Pair.Check), thrown.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_20_nothing_starts_after_a_failure()
    {
        var script = new Script();
        var run = new Pair().RunAsync(script).AsTask();

        script.Second.Fail(new InvalidDataException());
        script.First.Open(1);

        _ = await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang());
        Assert.Equal(["first", "second"], script.Journal.Entries);
    }

    [Fact]
    public async Task Case_22_the_first_of_two_failures_is_thrown_and_the_other_is_attached()
    {
        var script = new Script();
        var first = new InvalidDataException("first");
        var second = new InvalidDataException("second");

        var run = new Pair().RunAsync(script).AsTask();
        script.Second.Fail(second);
        script.First.Fail(first);

        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang());
        Assert.Same(second, thrown);
        Assert.Equal([first], RunFailure.Of(thrown)!.FurtherFailures);
    }

    [Fact]
    public async Task Case_22_a_stage_that_ends_as_cancelled_because_another_failed_is_no_further_failure()
    {
        var script = new Script { HonoursToken = true };
        var run = new Pair().RunAsync(script).AsTask();

        script.First.Fail(new InvalidDataException());

        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang());
        Assert.Empty(RunFailure.Of(thrown)!.FurtherFailures);
    }

    [Fact]
    public async Task What_a_callback_on_the_token_throws_is_attached_and_does_not_keep_the_run_from_ending()
    {
        var script = new Script();
        var failure = new InvalidDataException();
        var fromCallback = new InvalidTimeZoneException();

        var run = new Pair().RunAsync(script).AsTask();
        using (script.SecondToken.Register(() => throw fromCallback))
        {
            script.First.Fail(failure);
        }

        script.Second.Open(2);
        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang());
        Assert.Same(failure, thrown);
        var attached = Assert.IsType<AggregateException>(Assert.Single(RunFailure.Of(thrown)!.FurtherFailures));
        Assert.Same(fromCallback, Assert.Single(attached.InnerExceptions));
    }

    [Fact]
    public async Task A_failure_that_two_stages_share_is_not_attached_to_itself()
    {
        var script = new Script();
        var failure = new InvalidDataException();

        var run = new Pair().RunAsync(script).AsTask();
        script.First.Fail(failure);
        script.Second.Fail(failure);

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang()));
        Assert.Empty(RunFailure.Of(failure)!.FurtherFailures);
    }

    [Fact]
    public async Task A_stage_that_throws_before_it_returns_a_task_fails_the_run_as_its_task_would()
    {
        var script = new Script { ThrowsAtOnce = true };

        var run = new Pair().RunAsync(script).AsTask();

        // The asynchronous stage that follows in the order has not started.
        _ = await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang());
        Assert.Equal(["first"], script.Journal.Entries);
    }

    [Fact]
    public async Task A_run_that_fails_after_another_has_failed_reports_its_own_failure_only()
    {
        var pipeline = new Pair();
        for (var round = 0; round < 3; round++)
        {
            var script = new Script();
            var run = pipeline.RunAsync(script).AsTask();
            var failure = new InvalidDataException();
            script.First.Fail(failure);
            script.Second.Open(1);
            Assert.Same(failure, await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang()));
            Assert.Empty(RunFailure.Of(failure)!.FurtherFailures);

            var good = new Script();
            var goodRun = pipeline.RunAsync(good).AsTask();
            good.First.Open(1);
            good.Second.Open(2);
            Assert.Equal(new Third(3), await goodRun.OrHang());
        }
    }

    [Fact]
    public void A_synchronous_entry_point_throws_what_its_stage_threw()
    {
        var failure = new InvalidDataException();

        var thrown = Assert.Throws<InvalidDataException>(() => new Synchronous().Run(failure));

        Assert.Same(failure, thrown);
    }

    [Fact]
    public async Task An_asynchronous_entry_point_never_throws_on_the_spot()
    {
        var failure = new InvalidDataException();

        var run = new Synchronous().RunAsync(failure);

        Assert.True(run.IsFaulted);
        Assert.Same(failure, await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang()));
    }

    /// <summary>The input, with the gates for which the two stages wait, and their journal.</summary>
    public sealed class Script
    {
        private int _under;

        public Gate First { get; } = new();

        public Gate Second { get; } = new();

        public Journal Journal { get; } = new();

        public bool HonoursToken { get; init; }

        public bool ThrowsAtOnce { get; init; }

        public CancellationToken SecondToken { get; set; }

        public int Under => Volatile.Read(ref _under);

        public void Enter() => Interlocked.Increment(ref _under);

        public void Leave() => Interlocked.Decrement(ref _under);
    }

    [Pipeline]
    private sealed partial class Pair
    {
        public partial ValueTask<Third> RunAsync(Script script);

        [Stage]
        private static Task<First> FirstAsync(Script script)
        {
            script.Journal.Add("first");
            return script.ThrowsAtOnce ? throw new InvalidDataException() : Wait();

            async Task<First> Wait()
            {
                script.Enter();
                try
                {
                    return new First(await script.First.WaitAsync());
                }
                finally
                {
                    script.Leave();
                }
            }
        }

        [Stage]
        private static async Task<Second> SecondAsync(Script script, CancellationToken token)
        {
            script.Journal.Add("second");
            script.SecondToken = token;
            script.Enter();
            try
            {
                return new Second(
                    script.HonoursToken ? await script.Second.WaitOrCancelAsync(token) : await script.Second.WaitAsync()
                );
            }
            finally
            {
                script.Leave();
            }
        }

        [Stage]
        public static First Check(Script script, [From(nameof(FirstAsync))] First first)
        {
            script.Journal.Add("check");
            return first.Number < 0 ? throw new ArithmeticException() : first;
        }

        [Stage]
        private static Third Add([From(nameof(Check))] First first, Second second) => new(first.Number + second.Number);
    }

    [Pipeline]
    private sealed partial class Synchronous
    {
        public partial First Run(Exception exception);

        public partial ValueTask<First> RunAsync(Exception exception);

        [Stage]
        private static First Throw(Exception exception) => throw exception;
    }
}
