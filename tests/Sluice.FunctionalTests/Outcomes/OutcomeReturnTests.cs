using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Outcomes;

/// <summary>Outcomes that a stage can return instead of a value.</summary>
public sealed partial class OutcomeReturnTests
{
    [Theory]
    [Paces]
    public void A_stage_may_return_a_value_as_an_outcome(Pace pace) =>
        Assert.Equal("7", Run(pace, new First(7), new Steps(pace)));

    [Theory]
    [Paces]
    public void A_stage_may_skip_itself(Pace pace)
    {
        var steps = new Steps(pace);

        Assert.Equal("skipped: enough", Run(pace, Outcome.Skip("enough"), steps));
        Assert.Equal(["First"], steps.Entries);
    }

    [Theory]
    [Paces]
    public void A_stage_may_fail_without_throwing(Pace pace)
    {
        var steps = new Steps(pace);
        var failure = new InvalidDataException();

        Assert.Same(failure, Assert.Throws<InvalidDataException>(() => Run(pace, Outcome.Fail(failure), steps)));
        Assert.Equal(["First"], steps.Entries);
    }

    [Theory]
    [Paces]
    public void Case_24_a_stage_may_cancel_the_run_with_a_reason(Pace pace)
    {
        var steps = new Steps(pace);

        var thrown = Assert.Throws<RunCancelledException>(() => Run(pace, Outcome.Cancel("closing time"), steps));

        Assert.Equal("closing time", thrown.Reason);
        Assert.Contains("closing time", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(["First"], steps.Entries);
    }

    [Theory]
    [Paces]
    public void A_retry_without_a_policy_fails_the_stage(Pace pace)
    {
        var steps = new Steps(pace);
        var cause = new InvalidDataException();

        var thrown = Assert.Throws<RetryRequestedException>(() =>
            Run(pace, Outcome.Retry(TimeSpan.FromSeconds(3), cause), steps)
        );

        Assert.Equal(TimeSpan.FromSeconds(3), thrown.RetryAfter);
        Assert.Same(cause, thrown.InnerException);
        Assert.Equal(["First"], steps.Entries);
    }

    [Fact]
    public async Task A_cancelled_run_has_a_cancelled_task()
    {
        var run = new Waiting(new Steps(Pace.AtOnce)).RunAsync(Outcome.Cancel("no")).AsTask();

        var thrown = await Assert.ThrowsAsync<RunCancelledException>(() => run.OrHang());
        Assert.True(run.IsCanceled);
        Assert.Equal("no", thrown.Reason);
    }

    [Fact]
    public async Task Case_24_siblings_are_cancelled_and_awaited()
    {
        var script = new Script();
        var run = new Siblings().RunAsync(script).AsTask();

        script.Canceller.Open(1);
        Assert.True(script.Token.IsCancellationRequested);
        Assert.False(run.IsCompleted);
        script.Sibling.Open(2);

        var thrown = await Assert.ThrowsAsync<RunCancelledException>(() => run.OrHang());
        Assert.True(run.IsCanceled);
        Assert.Equal("enough", thrown.Reason);

        // The output of the sibling is not lost.
        var report = RunFailure.Of(thrown)!.Report!;
        Assert.Equal(new Second(2), Siblings.StagesOf(report).Sibling.Value);
        Assert.Equal(OutcomeStatus.Cancelled, Siblings.StagesOf(report).Cancel.Status);
        Assert.Equal("enough", Siblings.StagesOf(report).Cancel.Reason);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cancellation_cannot_be_handled_as_a_failure(bool waits)
    {
        var gate = waits ? new Gate() : Gate.Opened(1);
        var run = new Unhandled().RunAsync(gate).AsTask();
        if (waits)
        {
            gate.Open(1);
        }

        Assert.Equal("stop", (await Assert.ThrowsAsync<RunCancelledException>(() => run.OrHang())).Reason);
    }

    [Theory]
    [Paces]
    public void Failures_that_are_returned_can_be_handled(Pace pace)
    {
        var steps = new Steps(pace);
        var failure = new InvalidDataException("returned");
        Outcome<First>[] outcomes =
        [
            Outcome.Fail(failure),
            Outcome.Retry(TimeSpan.Zero),
            Outcome.Skip("no"),
            new First(1),
        ];

        Assert.Equal(
            ["Failed returned", "Failed RetryRequestedException", "Skipped no", "Succeeded 1"],
            outcomes.Select(outcome =>
                steps.Finish(
                    pace == Pace.StraightLine
                        ? new(new Handling().Run(outcome))
                        : new WaitingHandling(steps).RunAsync(outcome)
                )
            )
        );
    }

    private static string Run(Pace pace, Outcome<First> outcome, Steps steps) =>
        steps
            .Finish(
                pace == Pace.StraightLine ? new(new Straight(steps).Run(outcome)) : new Waiting(steps).RunAsync(outcome)
            )
            .ToString();

    public sealed class Script
    {
        public Gate Canceller { get; } = new();

        public Gate Sibling { get; } = new();

        public CancellationToken Token { get; set; }
    }

    // The class makes this an ordinary input, and not one that may be absent.
    public sealed record Said(Outcome<First> Outcome);

    [Pipeline]
    private sealed partial class Straight(Steps steps)
    {
        public Optional<string> Run(Outcome<First> outcome) => Run(new Said(outcome));

        public partial Optional<string> Run(Said said);

        [Stage]
        private Outcome<First> First(Said said) => steps.Note("First", said.Outcome);

        [Stage]
        private string Next(First first) => steps.Note("Next", $"{first.Number}");
    }

    [Pipeline]
    private sealed partial class Waiting(Steps steps)
    {
        public ValueTask<Optional<string>> RunAsync(Outcome<First> outcome) => RunAsync(new Said(outcome));

        public partial ValueTask<Optional<string>> RunAsync(Said said);

        [Stage]
        private ValueTask<Outcome<First>> FirstAsync(Said said) => steps.NoteAsync("First", said.Outcome);

        [Stage]
        private ValueTask<string> NextAsync(First first) => steps.NoteAsync("Next", $"{first.Number}");
    }

    [Pipeline]
    private sealed partial class Siblings
    {
        public partial ValueTask<Optional<Third>> RunAsync(Script script);

        [Stage]
        private static async Task<Outcome<First>> CancelAsync(Script script) =>
            await script.Canceller.WaitAsync() > 0 ? Outcome.Cancel("enough") : new First(1);

        [Stage]
        private static async Task<Second> SiblingAsync(Script script, CancellationToken token)
        {
            script.Token = token;
            return new(await script.Sibling.WaitAsync());
        }

        [Stage]
        private static Third Join(First first, Second second) => new(first.Number + second.Number);
    }

    [Pipeline]
    private sealed partial class Unhandled
    {
        public partial ValueTask<string> RunAsync(Gate gate);

        [Stage]
        private static async Task<Outcome<First>> CancelAsync(Gate gate)
        {
            await gate.WaitAsync();
            return Outcome.Cancel("stop");
        }

        [Stage]
        private static string Handle(Outcome<First> first) => first.ToString();
    }

    [Pipeline]
    private sealed partial class Handling
    {
        public string Run(Outcome<First> outcome) => Run(new Said(outcome));

        public partial string Run(Said said);

        [Stage]
        private static Outcome<First> First(Said said) => said.Outcome;

        [Stage]
        private static string Handle(Outcome<First> first) => Describe(first);
    }

    [Pipeline]
    private sealed partial class WaitingHandling(Steps steps)
    {
        public ValueTask<string> RunAsync(Outcome<First> outcome) => RunAsync(new Said(outcome));

        public partial ValueTask<string> RunAsync(Said said);

        [Stage]
        private ValueTask<Outcome<First>> FirstAsync(Said said) => steps.NoteAsync("First", said.Outcome);

        [Stage]
        private ValueTask<string> HandleAsync(Outcome<First> first) => steps.NoteAsync("Handle", Describe(first));
    }

    private static string Describe(Outcome<First> first) =>
        first.Status
        + " "
        + first.Exception switch
        {
            RetryRequestedException => nameof(RetryRequestedException),
            { } exception => exception.Message,
            null => first.Reason ?? $"{first.Value.Number}",
        };
}
