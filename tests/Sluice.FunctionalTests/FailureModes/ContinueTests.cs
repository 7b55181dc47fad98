using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.FailureModes;

/// <summary>Runs that continue after a failure with all stages that do not need the failed stage.</summary>
public sealed partial class ContinueTests
{
    private readonly InvalidDataException _failure = new("first");

    [Theory]
    [Paces]
    public void Case_26_independent_branches_finish_and_dependants_are_skipped(Pace pace)
    {
        var steps = new Steps(pace);

        var thrown = Assert.Throws<InvalidDataException>(() =>
            steps.Finish(
                pace == Pace.StraightLine
                    ? new(new Branches(steps).Run(_failure))
                    : new WaitingBranches(steps).RunAsync(_failure)
            )
        );

        Assert.Same(_failure, thrown);
        Assert.Equal(["Beside", "BesideNext", "Fail", "Handle", "Note"], steps.Sorted);
        var failure = RunFailure.Of(thrown)!;
        Assert.Empty(failure.FurtherFailures);
        Assert.Equal(
            [
                "Beside Completed",
                "BesideNext Completed",
                "Fail Failed",
                "Handle Completed",
                "Next Skipped 'Fail' failed",
                "Note Completed",
            ],
            failure
                .Report!.Stages.Select(stage => $"{stage.Name} {stage.Status} {stage.Reason}".Trim())
                .Order(StringComparer.Ordinal)
        );
        var outputs =
            pace == Pace.StraightLine
                ? (Branches.StagesOf(failure.Report!).BesideNext, Branches.StagesOf(failure.Report!).Handle)
                : (
                    WaitingBranches.StagesOf(failure.Report!).BesideNext,
                    WaitingBranches.StagesOf(failure.Report!).Handle
                );
        Assert.Equal(new Fourth(2), outputs.BesideNext.Value);
        Assert.Equal("failed: InvalidDataException: first", outputs.Handle.Value);
    }

    [Theory]
    [Paces]
    public void Case_22_the_first_failure_is_thrown_and_the_others_are_attached(Pace pace)
    {
        var steps = new Steps(pace);
        Exception[] failures =
        [
            new InvalidDataException("0"),
            new InvalidDataException("1"),
            new InvalidDataException("2"),
        ];

        var thrown = Assert.Throws<InvalidDataException>(() =>
            steps.Finish(
                pace == Pace.StraightLine
                    ? new(new Three(steps).Run(failures))
                    : new WaitingThree(steps).RunAsync(failures)
            )
        );

        var expected = pace == Pace.Reversed ? failures.Reverse().ToArray() : failures;
        Assert.Same(expected[0], thrown);
        Assert.Equal(expected[1..], RunFailure.Of(thrown)!.FurtherFailures);
        Assert.Equal(["Fail0", "Fail1", "Fail2"], steps.Entries);
    }

    [Theory]
    [Paces]
    public void A_run_without_a_failure_ends_well(Pace pace)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine ? new(new Branches(steps).Run(null)) : new WaitingBranches(steps).RunAsync(null)
        );

        Assert.Equal((new Second(1), new Fourth(2), "1"), (result.Next, result.BesideNext, result.Handle));
    }

    [Theory]
    [Paces]
    public void A_handled_failure_does_not_fail_the_run(Pace pace)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Handled(steps).Run(_failure))
                : new WaitingHandled(steps).RunAsync(_failure)
        );

        Assert.Equal("failed: InvalidDataException: first", result);
        Assert.Equal(["Fail", "Handle"], steps.Entries);
        Assert.Null(RunFailure.Of(_failure));
    }

    [Theory]
    [Paces]
    public void Cancellation_from_within_ends_the_run_at_once(Pace pace)
    {
        var steps = new Steps(pace);

        var thrown = Assert.Throws<RunCancelledException>(() =>
            steps.Finish(
                pace == Pace.StraightLine ? new(new Cancelling(steps).Run(1)) : new WaitingCancelling(steps).RunAsync(1)
            )
        );

        Assert.Equal("enough", thrown.Reason);
        Assert.Equal(["Cancel"], steps.Entries);
    }

    [Fact]
    public async Task A_failure_cancels_no_sibling()
    {
        var script = new Script();
        var run = new Siblings().RunAsync(script).AsTask();

        script.First.Fail(_failure);
        Assert.False(script.Token.IsCancellationRequested);
        Assert.False(run.IsCompleted);
        script.Second.Open(2);

        Assert.Same(_failure, await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang()));
        Assert.Equal(["next"], script.Journal.Entries);
    }

    [Fact]
    public async Task The_callers_cancellation_ends_the_run_and_nothing_new_starts()
    {
        using var source = new CancellationTokenSource();
        var script = new Script();
        var run = new Siblings().RunAsync(script, source.Token).AsTask();

        await source.CancelAsync();
        script.First.Open(1);
        script.Second.Open(2);

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrHang());
        Assert.True(run.IsCanceled);
        Assert.Empty(script.Journal.Entries);
    }

    [Fact]
    public async Task A_failure_before_the_callers_cancellation_is_what_the_run_ends_with()
    {
        using var source = new CancellationTokenSource();
        var script = new Script();
        var run = new Siblings().RunAsync(script, source.Token).AsTask();

        script.First.Fail(_failure);
        await source.CancelAsync();
        script.Second.Open(2);

        Assert.Same(_failure, await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang()));
        Assert.Empty(script.Journal.Entries);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failed_condition_skips_what_it_decides(bool waits)
    {
        var journal = new Journal();
        var gate = waits ? new Gate() : Gate.Failed(_failure);
        var run = new ByCondition(journal).RunAsync(gate).AsTask();
        if (waits)
        {
            gate.Fail(_failure);
        }

        Assert.Same(_failure, await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang()));
        Assert.Equal(["beside"], journal.Entries);
        var report = RunFailure.Of(_failure)!.Report!;
        Assert.Equal("'Decide' failed", report.Stages.Single(stage => stage.Name == "Guarded").Reason);
    }

    [Fact]
    public void A_run_after_a_failed_one_starts_afresh()
    {
        var steps = new Steps(Pace.Suspended);
        var pipeline = new WaitingBranches(steps);

        for (var round = 0; round < 3; round++)
        {
            var failure = new InvalidDataException();
            Assert.Same(failure, Assert.Throws<InvalidDataException>(() => steps.Finish(pipeline.RunAsync(failure))));
            Assert.Empty(RunFailure.Of(failure)!.FurtherFailures);
            Assert.Equal("1", steps.Finish(pipeline.RunAsync(null)).Handle);
        }
    }

    public sealed class Script
    {
        public Gate First { get; } = new();

        public Gate Second { get; } = new();

        public Journal Journal { get; } = new();

        public CancellationToken Token { get; set; }
    }

    // The input may be null, for a run that does not fail.
    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class Branches(Steps steps)
    {
        public partial (Second Next, Fourth BesideNext, string Handle) Run(Exception? exception);

        [Stage]
        private First Fail(Exception? exception)
        {
            steps.Note("Fail");
            return exception is null ? new(1) : throw exception;
        }

        [Stage]
        private Second Next(First first) => steps.Note("Next", new Second(first.Number));

        [Stage]
        private Third Beside() => steps.Note("Beside", new Third(2));

        [Stage]
        private Fourth BesideNext(Third third) => steps.Note("BesideNext", new Fourth(third.Number));

        [Stage]
        private string Handle(Outcome<First> first) =>
            steps.Note("Handle", first.HasValue ? $"{first.Value.Number}" : first.ToString());

        [Stage, After(nameof(Fail))]
        private void Note(Third third) => steps.Note(third.Number == 2 ? "Note" : "");
    }

    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class WaitingBranches(Steps steps)
    {
        public partial ValueTask<(Second Next, Fourth BesideNext, string Handle)> RunAsync(Exception? exception);

        [Stage]
        private ValueTask<First> FailAsync(Exception? exception) =>
            exception is null ? steps.NoteAsync("Fail", new First(1)) : steps.FailAsync<First>("Fail", exception);

        [Stage]
        private ValueTask<Second> NextAsync(First first) => steps.NoteAsync("Next", new Second(first.Number));

        [Stage]
        private ValueTask<Third> BesideAsync() => steps.NoteAsync("Beside", new Third(2));

        [Stage]
        private ValueTask<Fourth> BesideNextAsync(Third third) =>
            steps.NoteAsync("BesideNext", new Fourth(third.Number));

        [Stage]
        private ValueTask<string> HandleAsync(Outcome<First> first) =>
            steps.NoteAsync("Handle", first.HasValue ? $"{first.Value.Number}" : first.ToString());

        [Stage, After(nameof(FailAsync))]
        private async Task NoteAsync(Third third) =>
            await steps.NoteAsync(third.Number == 2 ? "Note" : "", 0).ConfigureAwait(false);
    }

    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class Three(Steps steps)
    {
        public partial (First First, Second Second, Third Third) Run(Exception[] failures);

        [Stage]
        private First First(Exception[] failures) => Throw<First>("Fail0", failures[0]);

        [Stage]
        private Second Second(Exception[] failures) => Throw<Second>("Fail1", failures[1]);

        [Stage]
        private Third Third(Exception[] failures) => Throw<Third>("Fail2", failures[2]);

        private T Throw<T>(string entry, Exception exception)
        {
            steps.Note(entry);
            throw exception;
        }
    }

    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class WaitingThree(Steps steps)
    {
        public partial ValueTask<(First First, Second Second, Third Third)> RunAsync(Exception[] failures);

        [Stage]
        private ValueTask<First> FirstAsync(Exception[] failures) => steps.FailAsync<First>("Fail0", failures[0]);

        [Stage]
        private ValueTask<Second> SecondAsync(Exception[] failures) => steps.FailAsync<Second>("Fail1", failures[1]);

        [Stage]
        private ValueTask<Third> ThirdAsync(Exception[] failures) => steps.FailAsync<Third>("Fail2", failures[2]);
    }

    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class Handled(Steps steps)
    {
        public partial string Run(Exception exception);

        [Stage]
        private Outcome<First> Fail(Exception exception) => steps.Note("Fail", Outcome.Fail(exception));

        [Stage]
        private string Handle(Outcome<First> first) => steps.Note("Handle", first.ToString());
    }

    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class WaitingHandled(Steps steps)
    {
        public partial ValueTask<string> RunAsync(Exception exception);

        [Stage]
        private async ValueTask<Outcome<First>> FailAsync(Exception exception) =>
            await steps.NoteAsync("Fail", Outcome.Fail(exception)).ConfigureAwait(false);

        [Stage]
        private ValueTask<string> HandleAsync(Outcome<First> first) => steps.NoteAsync("Handle", first.ToString());
    }

    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class Cancelling(Steps steps)
    {
        public partial Optional<Second> Run(int number);

        [Stage]
        private Outcome<First> Cancel(int number) =>
            steps.Note("Cancel", number > 0 ? Outcome.Cancel("enough") : Outcome.Skip("no"));

        [Stage, After(nameof(Cancel))]
        private void Later() => steps.Note("Later");

        [Stage]
        private Second Next(First first) => steps.Note("Next", new Second(first.Number));
    }

    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class WaitingCancelling(Steps steps)
    {
        public partial ValueTask<Optional<Second>> RunAsync(int number);

        [Stage]
        private async Task<Outcome<First>> CancelAsync(int number) =>
            await steps
                .NoteAsync("Cancel", number > 0 ? Outcome.Cancel("enough") : Outcome.Skip("no"))
                .ConfigureAwait(false);

        [Stage, After(nameof(CancelAsync))]
        private async Task LaterAsync() => await steps.NoteAsync("Later", 0).ConfigureAwait(false);

        [Stage]
        private ValueTask<Second> NextAsync(First first) => steps.NoteAsync("Next", new Second(first.Number));
    }

    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class Siblings
    {
        public partial ValueTask<(First First, Third Third)> RunAsync(Script script, CancellationToken token = default);

        [Stage]
        private static async Task<First> FirstAsync(Script script) => new(await script.First.WaitAsync());

        [Stage]
        private static async Task<Second> SecondAsync(Script script, CancellationToken token)
        {
            script.Token = token;
            return new(await script.Second.WaitAsync());
        }

        [Stage]
        private static Third Next(Script script, Second second) => script.Journal.Add("next", new Third(second.Number));
    }

    [Pipeline(OnFailure = FailureMode.Continue)]
    private sealed partial class ByCondition(Journal journal)
    {
        public partial ValueTask<(Optional<First> First, Second Second)> RunAsync(Gate gate);

        private static async Task<bool> DecideAsync(Gate gate) => await gate.WaitAsync() > 0;

        [Stage, When(nameof(DecideAsync))]
        private First Guarded() => journal.Add("guarded", new First(1));

        [Stage, After(nameof(Guarded))]
        private Second Beside() => journal.Add("beside", new Second(1));
    }
}
