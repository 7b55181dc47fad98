using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Compensations;

/// <summary>Stages that are compensated if their run fails, in every shape.</summary>
public sealed class CompensationTests
{
    private readonly InvalidDataException _failure = new("the stage's");

    [Theory]
    [Shapes]
    public void Case_38_completed_stages_are_undone_the_last_first(Shape shape, bool isObserved)
    {
        var run = NewRun(shape, isObserved);
        run.Script.FailIn("Join", _failure);

        var end = run.ToEnd();

        Assert.Same(_failure, end.Exception);
        Assert.Empty(end.FurtherFailures);
        Assert.Equal(["Load", "Left", "Right", "Join", "undo Right", "undo Left", "undo Load"], run.Script.Entries);
        Assert.Equal(
            [
                new Undone("Right", 3, _failure, TokenIsCancelled: false),
                new Undone("Left", 2, _failure, TokenIsCancelled: false),
                new Undone("Load", 1, _failure, TokenIsCancelled: false),
            ],
            run.Script.Undone
        );
    }

    [Theory]
    [Shapes]
    public void Case_38_a_stage_that_has_not_completed_is_not_undone(Shape shape, bool isObserved)
    {
        var run = NewRun(shape, isObserved);
        run.Script.FailIn("Right", _failure);

        var end = run.ToEnd();

        Assert.Same(_failure, end.Exception);
        Assert.Equal(["Load", "Left", "Right", "undo Left", "undo Load"], run.Script.Entries);
    }

    [Theory]
    [Shapes]
    public void Case_38_nothing_is_undone_where_all_goes_well(Shape shape, bool isObserved)
    {
        var run = NewRun(shape, isObserved);

        Assert.Equal(ShapeRun.Expected, run.ToEnd().Value);

        Assert.Equal(["Load", "Left", "Right", "Join"], run.Script.Entries);
    }

    [Theory]
    [Shapes]
    public void Case_38_stages_are_undone_where_the_caller_cancels(Shape shape, bool isObserved)
    {
        using var source = new CancellationTokenSource();
        var run = NewRun(shape, isObserved, source.Token);
        run.Script.In("Right", _ => source.Cancel());

        var end = run.ToEnd();

        var cancelled = Assert.IsAssignableFrom<OperationCanceledException>(end.Exception);
        Assert.Equal(["Load", "Left", "Right", "undo Right", "undo Left", "undo Load"], run.Script.Entries);
        Assert.All(
            run.Script.Undone,
            undone => Assert.Equal((cancelled, false), (undone.Exception, undone.TokenIsCancelled))
        );
    }

    [Theory]
    [Shapes]
    public void Case_38_all_are_undone_whatever_fails_and_failures_are_attached(Shape shape, bool isObserved)
    {
        var (first, second) = (new InvalidOperationException("first"), new InvalidTimeZoneException("second"));
        var run = NewRun(shape, isObserved);
        run.Script.FailIn("Join", _failure);
        run.Script.FailInUndoing("Right", first);
        run.Script.FailInUndoing("Left", second);

        var end = run.ToEnd();

        Assert.Same(_failure, end.Exception);
        Assert.Equal([first, second], end.FurtherFailures);
        Assert.Equal(["undo Right", "undo Left", "undo Load"], run.Script.Entries.Skip(4));
        Assert.Equal(shape.IsStreamed(), end.Report is null);
    }

    [Theory]
    [Shapes]
    public void Case_37_stages_are_undone_before_clean_ups_run(Shape shape, bool isObserved)
    {
        var run = NewRun(shape, isObserved);
        run.Script.In("Load", context => context.OnCleanUp(() => run.Script.Note("clean Load")));
        run.Script.FailIn("Right", _failure);

        Assert.Same(_failure, run.ToEnd().Exception);

        Assert.Equal(["undo Left", "undo Load", "clean Load"], run.Script.Entries.Skip(3));
    }

    [Theory]
    [Shapes]
    public void Case_38_stages_are_undone_where_a_clean_up_fails_the_run(Shape shape, bool isObserved)
    {
        var run = NewRun(shape, isObserved);
        run.Script.In(
            "Load",
            context =>
            {
                context.OnCleanUp((Action)Fail);
                void Fail() => throw _failure;
            }
        );

        var end = run.ToEnd();

        Assert.Same(_failure, end.Exception);
        string[] undone = ["undo Join", "undo Right", "undo Left", "undo Load"];
        Assert.Equal(undone.Skip(IsJoinUndone(shape) ? 0 : 1), run.Script.Entries.Skip(4));
    }

    private static ShapeRun NewRun(Shape shape, bool isObserved, CancellationToken token = default) =>
        new(shape, UndoingPipelines.Of(shape), isObserved) { Token = token };

    // An effect and a stream have no output for a compensation.
    private static bool IsJoinUndone(Shape shape) =>
        shape
            is not (
                Shape.StraightLineEffect
                or Shape.SequentialEffect
                or Shape.StreamedAtOnce
                or Shape.StreamedSuspended
            );
}
