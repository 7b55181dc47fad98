using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.RunContexts;

/// <summary>Runs with a deadline, in every shape.</summary>
public sealed class DeadlineTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [Shapes]
    public void A_run_that_ends_in_time_does_not_notice(Shape shape, bool isObserved)
    {
        var run = NewRun(shape, isObserved);
        var deadlines = new List<DateTimeOffset?>();
        run.Script.In("Load", context => deadlines.Add(context.Deadline));
        run.Script.In("Left", _ => _clock.Advance(Limit - TimeSpan.FromTicks(1)));
        run.Script.In("Join", context => deadlines.Add(context.Deadline));

        Assert.Equal(ShapeRun.Expected, run.ToEnd().Value);
        Assert.Equal([run.Context!.Deadline, run.Context.Deadline], deadlines);
    }

    [Theory]
    [Shapes]
    public void When_the_time_is_up_tokens_are_cancelled_and_the_run_fails(Shape shape, bool isObserved)
    {
        var run = NewRun(shape, isObserved);
        run.Script.In(
            "Left",
            context =>
            {
                Assert.False(context.CancellationToken.IsCancellationRequested);
                _clock.Advance(Limit);
                Assert.True(context.CancellationToken.IsCancellationRequested);
                context.CancellationToken.ThrowIfCancellationRequested();
            }
        );

        var end = run.ToEnd();

        AssertTimedOut(end, run);
        Assert.Equal(shape.Overlaps() ? ["Load", "Left", "Right"] : ["Load", "Left"], run.Script.Entries);
        Assert.Equal(StageStatus.Cancelled, StatusOf(end, "Left"));
        if (isObserved)
        {
            Assert.Equal(RunEventKind.StageCancelled, run.Events.EndOf("Left").Kind);
            Assert.Equal((RunStatus.Failed, end.Exception), (run.Events.All[^1].Status, run.Events.All[^1].Error));
        }
    }

    [Theory]
    [Shapes]
    public void Nothing_starts_when_the_time_is_up(Shape shape, bool isObserved)
    {
        var run = NewRun(shape, isObserved);
        run.Script.In("Left", _ => _clock.Advance(Limit));

        var end = run.ToEnd();

        AssertTimedOut(end, run);
        Assert.Equal(shape.Overlaps() ? ["Load", "Left", "Right"] : ["Load", "Left"], run.Script.Entries);
        Assert.Equal(StageStatus.Completed, StatusOf(end, "Left"));
        Assert.Equal(StageStatus.NotStarted, StatusOf(end, "Join"));
    }

    [Theory]
    [Shapes]
    public void Of_a_run_that_comes_too_late_nothing_starts(Shape shape, bool isObserved)
    {
        var run = NewRun(shape, isObserved);
        _clock.Advance(2 * Limit);

        AssertTimedOut(run.ToEnd(), run);
        Assert.Empty(run.Script.Entries);
    }

    [Theory]
    [Shapes]
    public void What_a_stage_fails_with_before_is_what_the_run_fails_with(Shape shape, bool isObserved)
    {
        var failure = new InvalidDataException();
        var run = NewRun(shape, isObserved);
        run.Script.In(
            "Left",
            _ =>
            {
                _clock.Advance(Limit);
                throw failure;
            }
        );

        Assert.Same(failure, run.ToEnd().Exception);
    }

    [Theory]
    [Shapes]
    public void A_caller_that_cancels_before_cancels(Shape shape, bool isObserved)
    {
        using var source = new CancellationTokenSource();
        var run = NewRun(shape, isObserved, source.Token);
        run.Script.In(
            "Left",
            context =>
            {
                source.Cancel();
                _clock.Advance(Limit);
                context.CancellationToken.ThrowIfCancellationRequested();
            }
        );

        Assert.IsAssignableFrom<OperationCanceledException>(run.ToEnd().Exception);
        if (isObserved)
        {
            Assert.Equal(RunStatus.Cancelled, run.Events.All[^1].Status);
        }
    }

    [Theory]
    [Shapes]
    public void The_time_of_a_run_that_has_ended_reaches_no_other(Shape shape, bool isObserved)
    {
        Assert.Equal(ShapeRun.Expected, NewRun(shape, isObserved).ToEnd().Value);
        var later = new ShapeRun(shape, isObserved)
        {
            Context = new RunContext { TimeProvider = _clock, Deadline = _clock.GetUtcNow() + (3 * Limit) },
        };
        later.Script.In("Left", _ => _clock.Advance(2 * Limit));

        Assert.Equal(ShapeRun.Expected, later.ToEnd().Value);
    }

    [Theory]
    [Shapes]
    public void Stages_are_undone_and_clean_ups_run_when_the_time_is_up(Shape shape, bool isObserved)
    {
        var run = new ShapeRun(shape, UndoingPipelines.Of(shape), isObserved) { Context = NewContext() };
        run.Script.In("Load", context => context.OnCleanUp(() => run.Script.Note("clean Load")));
        run.Script.In("Right", _ => _clock.Advance(Limit));

        var end = run.ToEnd();

        AssertTimedOut(end, run);
        Assert.Equal(["undo Right", "undo Left", "undo Load", "clean Load"], run.Script.Entries.Skip(3));
        Assert.All(
            run.Script.Undone,
            undone => Assert.Equal((end.Exception, false), (undone.Exception, undone.TokenIsCancelled))
        );
    }

    [Fact]
    public async Task A_stage_that_waits_is_cancelled_and_awaited()
    {
        var journal = new Journal();
        var gate = new Gate();
        var run = new Waiting(journal).RunAsync(gate, NewContext()).AsTask();

        Assert.False(run.IsCompleted);
        _clock.Advance(Limit);

        var thrown = await Assert.ThrowsAsync<TimeoutException>(() => run).OrHang();
        Assert.IsAssignableFrom<OperationCanceledException>(thrown.InnerException);
        Assert.Equal(["began", "ended"], journal.Entries);
    }

    private RunContext NewContext() => new() { TimeProvider = _clock, Deadline = _clock.GetUtcNow() + Limit };

    private ShapeRun NewRun(Shape shape, bool isObserved, CancellationToken token = default) =>
        new(shape, isObserved) { Context = NewContext(), Token = token };

    private static void AssertTimedOut(ShapeEnd end, ShapeRun run)
    {
        var thrown = Assert.IsType<TimeoutException>(end.Exception);
        Assert.Contains("did not end by its deadline, 2030-01-01T00:01:00", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("Shape", thrown.Message, StringComparison.Ordinal);
        Assert.IsAssignableFrom<OperationCanceledException>(thrown.InnerException);
        Assert.Empty(end.FurtherFailures);
        Assert.Null(end.Value);
        Assert.NotNull(run.Context);
    }

    private static StageStatus? StatusOf(ShapeEnd end, string stage)
    {
        Assert.NotNull(end.Report);
        return end.Report.Stages.Single(report => report.Name == stage).Status;
    }
}
