using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Outcomes;

/// <summary>Failures that a stage takes as an outcome, so that the run does not fail, and failures that no stage takes.</summary>
public sealed partial class HandledFailureTests
{
    private readonly InvalidDataException _failure = new("broken");

    [Theory]
    [Paces]
    public void Case_23_a_stage_that_takes_an_outcome_sees_the_failure_and_the_run_goes_on(Pace pace)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Handling(steps).Run(_failure))
                : new WaitingHandling(steps).RunAsync(_failure)
        );

        Assert.Equal("Failed InvalidDataException broken", result);
        Assert.Equal(["Fail", "Handle"], steps.Entries);
        Assert.Null(RunFailure.Of(_failure));
    }

    [Theory]
    [Paces]
    public void Case_23_a_failure_behind_a_skipped_stage_is_seen_as_a_skip_with_a_reason(Pace pace)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Transitive(steps).Run(_failure))
                : new WaitingTransitive(steps).RunAsync(_failure)
        );

        Assert.Equal(("Failed: broken", "Skipped: 'Fail' failed"), result);
        Assert.Equal(["Direct", "Fail", "Indirect"], steps.Sorted);
    }

    [Theory]
    [Paces]
    public void A_failure_that_another_stage_needs_plainly_fails_the_run(Pace pace)
    {
        var steps = new Steps(pace);

        var thrown = Assert.Throws<InvalidDataException>(() =>
            steps.Finish(
                pace == Pace.StraightLine
                    ? new(new PartlyHandled(steps).Run(_failure))
                    : new WaitingPartlyHandled(steps).RunAsync(_failure)
            )
        );

        Assert.Same(_failure, thrown);
        Assert.Equal(["Fail"], steps.Entries);
    }

    [Theory]
    [Paces]
    public void A_failure_may_be_an_output(Pace pace)
    {
        var steps = new Steps(pace);

        var (first, number) = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Delivering(steps).Run(_failure))
                : new WaitingDelivering(steps).RunAsync(_failure)
        );

        Assert.Equal((OutcomeStatus.Failed, (Exception)_failure, 7), (first.Status, first.Exception!, number));
        Assert.Null(first.Reason);
        Assert.Throws<InvalidOperationException>(() => first.Value);
    }

    [Theory]
    [Paces]
    public void A_failed_condition_is_handled_where_what_it_decides_is_an_outcome(Pace pace)
    {
        var steps = new Steps(pace);

        var outcome = steps.Finish(
            pace == Pace.StraightLine
                ? new(new FailingCondition(steps).Run(_failure))
                : new WaitingFailingCondition(steps).RunAsync(_failure)
        );

        Assert.Equal((OutcomeStatus.Skipped, "'Decide' failed"), (outcome.Status, outcome.Reason!));
    }

    [Theory]
    [Paces]
    public void A_merge_of_a_failed_and_a_good_stage_takes_the_good_one_where_it_takes_an_outcome(Pace pace)
    {
        var steps = new Steps(pace);

        var outcome = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Merged(steps).Run(_failure))
                : new WaitingMerged(steps).RunAsync(_failure)
        );

        Assert.Equal(new First(7), outcome.Value);
    }

    [Fact]
    public async Task A_handled_failure_cancels_nobody()
    {
        var script = new Script();
        var run = new Beside().RunAsync(script).AsTask();

        script.Failing.Fail(_failure);
        Assert.False(script.Token.IsCancellationRequested);
        Assert.False(run.IsCompleted);
        script.Beside.Open(3);

        Assert.Equal("3 broken", await run.OrHang());
    }

    [Fact]
    public async Task The_callers_cancellation_is_no_failure_that_a_stage_could_handle()
    {
        using var source = new CancellationTokenSource();
        var script = new Script();
        var run = new Beside().RunAsync(script, source.Token).AsTask();

        await source.CancelAsync();
        script.Failing.Open(1);
        script.Beside.Open(1);

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrHang());
        Assert.True(run.IsCanceled);
        Assert.Equal(source.Token, thrown.CancellationToken);
    }

    [Fact]
    public async Task A_handled_stage_that_ends_as_cancelled_by_the_caller_cancels_the_run()
    {
        using var source = new CancellationTokenSource();
        var gate = new Gate();
        var run = new Honouring().RunAsync(gate, source.Token).AsTask();

        await source.CancelAsync();

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrHang());
        Assert.True(run.IsCanceled);
    }

    public sealed class Script
    {
        public Gate Failing { get; } = new();

        public Gate Beside { get; } = new();

        public CancellationToken Token { get; set; }
    }

    [Pipeline]
    private sealed partial class Handling(Steps steps)
    {
        public partial string Run(Exception exception);

        [Stage]
        private First Fail(Exception exception)
        {
            steps.Note("Fail");
            throw exception;
        }

        [Stage]
        private string Handle(Outcome<First> first) =>
            steps.Note("Handle", $"{first.Status} {first.Exception?.GetType().Name} {first.Exception?.Message}");
    }

    [Pipeline]
    private sealed partial class WaitingHandling(Steps steps)
    {
        public partial ValueTask<string> RunAsync(Exception exception);

        [Stage]
        private ValueTask<First> FailAsync(Exception exception) => steps.FailAsync<First>("Fail", exception);

        [Stage]
        private ValueTask<string> HandleAsync(Outcome<First> first) =>
            steps.NoteAsync("Handle", $"{first.Status} {first.Exception?.GetType().Name} {first.Exception?.Message}");
    }

    [Pipeline]
    private sealed partial class Transitive(Steps steps)
    {
        public partial (string Direct, string Indirect) Run(Exception exception);

        [Stage]
        private First Fail(Exception exception)
        {
            steps.Note("Fail");
            throw exception;
        }

        [Stage]
        private Second Between(First first) => steps.Note("Between", new Second(first.Number));

        [Stage]
        private Third Further(Second second) => steps.Note("Further", new Third(second.Number));

        [Stage]
        private string Direct(Outcome<First> first) =>
            steps.Note("Direct", $"{first.Status}: {first.Exception?.Message}");

        [Stage]
        private string Indirect(Outcome<Third> third) => steps.Note("Indirect", $"{third.Status}: {third.Reason}");
    }

    [Pipeline]
    private sealed partial class WaitingTransitive(Steps steps)
    {
        public partial ValueTask<(string Direct, string Indirect)> RunAsync(Exception exception);

        [Stage]
        private ValueTask<First> FailAsync(Exception exception) => steps.FailAsync<First>("Fail", exception);

        [Stage]
        private ValueTask<Second> BetweenAsync(First first) => steps.NoteAsync("Between", new Second(first.Number));

        [Stage]
        private Third Further(Second second) => steps.Note("Further", new Third(second.Number));

        [Stage]
        private ValueTask<string> DirectAsync(Outcome<First> first) =>
            steps.NoteAsync("Direct", $"{first.Status}: {first.Exception?.Message}");

        [Stage]
        private ValueTask<string> IndirectAsync(Outcome<Third> third) =>
            steps.NoteAsync("Indirect", $"{third.Status}: {third.Reason}");
    }

    [Pipeline]
    private sealed partial class PartlyHandled(Steps steps)
    {
        public partial (string Handled, Second Plain) Run(Exception exception);

        [Stage]
        private First Fail(Exception exception)
        {
            steps.Note("Fail");
            throw exception;
        }

        [Stage]
        private string Handle(Outcome<First> first) => steps.Note("Handle", $"{first}");

        [Stage]
        private Second Plain(First first) => steps.Note("Plain", new Second(first.Number));
    }

    [Pipeline]
    private sealed partial class WaitingPartlyHandled(Steps steps)
    {
        public partial ValueTask<(string Handled, Second Plain)> RunAsync(Exception exception);

        [Stage]
        private ValueTask<First> FailAsync(Exception exception) => steps.FailAsync<First>("Fail", exception);

        [Stage]
        private ValueTask<string> HandleAsync(Outcome<First> first) => steps.NoteAsync("Handle", $"{first}");

        [Stage]
        private ValueTask<Second> PlainAsync(First first) => steps.NoteAsync("Plain", new Second(first.Number));
    }

    [Pipeline]
    private sealed partial class Delivering(Steps steps)
    {
        public partial (Outcome<First> First, int Number) Run(Exception exception);

        [Stage]
        private First Fail(Exception exception)
        {
            steps.Note("Fail");
            throw exception;
        }

        [Stage]
        private int Number() => steps.Note("Number", 7);
    }

    [Pipeline]
    private sealed partial class WaitingDelivering(Steps steps)
    {
        public partial ValueTask<(Outcome<First> First, int Number)> RunAsync(Exception exception);

        [Stage]
        private ValueTask<First> FailAsync(Exception exception) => steps.FailAsync<First>("Fail", exception);

        [Stage]
        private ValueTask<int> NumberAsync() => steps.NoteAsync("Number", 7);
    }

    [Pipeline]
    private sealed partial class FailingCondition(Steps steps)
    {
        public partial Outcome<First> Run(Exception exception);

        private bool Decide(Exception exception)
        {
            steps.Note("Decide");
            throw exception;
        }

        [Stage, When(nameof(Decide))]
        private First First() => steps.Note("First", new First(1));
    }

    [Pipeline]
    private sealed partial class WaitingFailingCondition(Steps steps)
    {
        public partial ValueTask<Outcome<First>> RunAsync(Exception exception);

        private ValueTask<bool> DecideAsync(Exception exception) => steps.FailAsync<bool>("Decide", exception);

        [Stage, When(nameof(DecideAsync))]
        private ValueTask<First> FirstAsync() => steps.NoteAsync("First", new First(1));
    }

    [Pipeline]
    private sealed partial class Merged(Steps steps)
    {
        [return: From(nameof(Fail), nameof(Good))]
        public partial Outcome<First> Run(Exception exception);

        [Stage]
        private First Fail(Exception exception)
        {
            steps.Note("Fail");
            throw exception;
        }

        [Stage]
        private First Good() => steps.Note("Good", new First(7));
    }

    [Pipeline]
    private sealed partial class WaitingMerged(Steps steps)
    {
        [return: From(nameof(FailAsync), nameof(GoodAsync))]
        public partial ValueTask<Outcome<First>> RunAsync(Exception exception);

        [Stage]
        private ValueTask<First> FailAsync(Exception exception) => steps.FailAsync<First>("Fail", exception);

        [Stage]
        private ValueTask<First> GoodAsync() => steps.NoteAsync("Good", new First(7));
    }

    [Pipeline]
    private sealed partial class Beside
    {
        public partial ValueTask<string> RunAsync(Script script, CancellationToken token = default);

        [Stage]
        private static async Task<First> FailAsync(Script script) => new(await script.Failing.WaitAsync());

        [Stage]
        private static async Task<Second> BesideAsync(Script script, CancellationToken token)
        {
            script.Token = token;
            return new(await script.Beside.WaitAsync());
        }

        [Stage]
        private static string Join(Outcome<First> first, Second second) =>
            $"{second.Number} {first.Exception?.Message}";
    }

    [Pipeline]
    private sealed partial class Honouring
    {
        public partial ValueTask<string> RunAsync(Gate gate, CancellationToken token);

        [Stage]
        private static async Task<First> FirstAsync(Gate gate, CancellationToken token) =>
            new(await gate.WaitOrCancelAsync(token));

        [Stage]
        private static string Handle(Outcome<First> first) => first.ToString();
    }
}
