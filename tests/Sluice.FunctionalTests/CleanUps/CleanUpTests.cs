using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.CleanUps;

/// <summary>Clean-ups that stages register for the end of their run, in every shape.</summary>
public sealed class CleanUpTests
{
    private static readonly string[] Stages = ["Load", "Left", "Right", "Join"];

    private readonly InvalidDataException _failure = new("the stage's");
    private readonly InvalidOperationException _first = new("the first of a clean-up");
    private readonly InvalidTimeZoneException _second = new("the second of a clean-up");

    [Theory]
    [Shapes]
    public void Case_37_clean_ups_run_after_all_stages_the_last_registered_first(Shape shape, bool isObserved)
    {
        var run = new ShapeRun(shape, isObserved);
        RegisterIn(run.Script, Stages);

        var end = run.ToEnd();

        Assert.Equal(ShapeRun.Expected, end.Value);
        Assert.Equal([.. Stages, "clean Join", "clean Right", "clean Left", "clean Load"], run.Script.Entries);
    }

    [Theory]
    [Shapes]
    public void A_stage_may_register_several_and_a_clean_up_may_register_another(Shape shape, bool isObserved)
    {
        var run = new ShapeRun(shape, isObserved);
        var script = run.Script;
        script.In(
            "Left",
            context =>
            {
                context.OnCleanUp(() => script.Note("1"));
                context.OnCleanUp(() =>
                {
                    script.Note("2");
                    context.OnCleanUp(() => script.Note("3"));
                });
            }
        );

        Assert.Null(run.ToEnd().Exception);
        Assert.Equal([.. Stages, "2", "3", "1"], script.Entries);
    }

    [Theory]
    [Shapes]
    public void Case_37_all_run_where_a_stage_fails(Shape shape, bool isObserved)
    {
        var run = new ShapeRun(shape, isObserved);
        RegisterIn(run.Script, "Load", "Left");
        run.Script.In(
            "Right",
            context =>
            {
                context.OnCleanUp(() => run.Script.Note("clean Right"));
                throw _failure;
            }
        );

        var end = run.ToEnd();

        Assert.Same(_failure, end.Exception);
        Assert.Empty(end.FurtherFailures);
        Assert.Equal(["Load", "Left", "Right", "clean Right", "clean Left", "clean Load"], run.Script.Entries);
    }

    [Theory]
    [Shapes]
    public void Case_37_a_clean_up_that_fails_fails_a_run_that_had_succeeded_and_the_others_run(
        Shape shape,
        bool isObserved
    )
    {
        var run = new ShapeRun(shape, isObserved);
        RegisterIn(run.Script, "Load", "Join");
        FailInCleanUpOf(run.Script, "Left", _second);
        FailInCleanUpOf(run.Script, "Right", _first);

        var end = run.ToEnd();

        Assert.Same(_first, end.Exception);
        Assert.Equal([_second], end.FurtherFailures);
        Assert.Null(end.Value);
        Assert.Equal([.. Stages, "clean Join", "clean Load"], run.Script.Entries);
    }

    [Theory]
    [Shapes]
    public void Case_37_failures_of_clean_ups_are_attached_to_the_failure_of_the_run(Shape shape, bool isObserved)
    {
        var run = new ShapeRun(shape, isObserved);
        FailInCleanUpOf(run.Script, "Load", _second);
        FailInCleanUpOf(run.Script, "Left", _first);
        run.Script.FailIn("Right", _failure);

        var end = run.ToEnd();

        Assert.Same(_failure, end.Exception);
        Assert.Equal([_first, _second], end.FurtherFailures);
        Assert.NotNull(end.Report);
        Assert.Equal("Right", Assert.Single(end.Report.Stages, stage => stage.Status == StageStatus.Failed).Name);
    }

    [Theory]
    [Shapes]
    public void Case_37_clean_ups_run_where_the_caller_cancels(Shape shape, bool isObserved)
    {
        using var source = new CancellationTokenSource();
        var run = new ShapeRun(shape, isObserved) { Token = source.Token };
        RegisterIn(run.Script, "Load");
        run.Script.In(
            "Left",
            context =>
            {
                context.OnCleanUp(() => run.Script.Note("clean Left"));
                source.Cancel();
            }
        );

        var end = run.ToEnd();

        Assert.IsAssignableFrom<OperationCanceledException>(end.Exception);
        Assert.Equal(
            shape.Overlaps()
                ? ["Load", "Left", "Right", "clean Left", "clean Load"]
                : ["Load", "Left", "clean Left", "clean Load"],
            run.Script.Entries
        );
    }

    [Theory]
    [Shapes]
    public void A_clean_up_that_is_awaited_ends_before_the_next_and_before_the_run(Shape shape, bool isObserved)
    {
        if (shape.IsSynchronous())
        {
            return;
        }

        var (left, load) = (new Gate(), new Gate());
        var run = new ShapeRun(shape, isObserved);
        var script = run.Script;
        script.In("Load", context => context.OnCleanUp(() => WaitAsync("Load", load)));
        script.In("Left", context => context.OnCleanUp(() => WaitAsync("Left", left)));

        var started = run.Start();
        script.Steps.GoOn();
        Assert.Equal([.. Stages, "clean Left"], script.Entries);
        Assert.False(started.IsCompleted);
        left.Open(1);
        Assert.Equal([.. Stages, "clean Left", "cleaned Left", "clean Load"], script.Entries);
        Assert.False(started.IsCompleted);
        load.Open(1);

        Assert.Equal(ShapeRun.Expected, run.Taken(started).Value);
        Assert.Equal("cleaned Load", script.Entries[^1]);

        async ValueTask WaitAsync(string stage, Gate gate)
        {
            script.Note($"clean {stage}");
            await gate.WaitAsync();
            script.Note($"cleaned {stage}");
        }
    }

    [Theory]
    [Shapes]
    public void Clean_ups_that_are_awaited_run_after_a_failure_too(Shape shape, bool isObserved)
    {
        if (shape.IsSynchronous())
        {
            return;
        }

        var gate = new Gate();
        var run = new ShapeRun(shape, isObserved);
        RegisterIn(run.Script, "Load");
        run.Script.In("Left", context => context.OnCleanUp(async () => _ = await gate.WaitAsync()));
        run.Script.FailIn("Right", _failure);

        var started = run.Start();
        run.Script.Steps.GoOn();
        Assert.False(started.IsCompleted);
        gate.Fail(_first);

        var end = run.Taken(started);
        Assert.Same(_failure, end.Exception);
        Assert.Equal([_first], end.FurtherFailures);
        Assert.Equal("clean Load", run.Script.Entries[^1]);
    }

    [Theory]
    [Shapes]
    public void What_has_to_be_awaited_is_refused_where_nothing_can_be(Shape shape, bool isObserved)
    {
        if (!shape.IsSynchronous())
        {
            return;
        }

        var run = new ShapeRun(shape, isObserved);
        RegisterIn(run.Script, "Load");
        run.Script.In("Left", context => context.OnCleanUp(() => ValueTask.CompletedTask));

        var end = run.ToEnd();

        var refused = Assert.IsType<InvalidOperationException>(end.Exception);
        Assert.Equal(
            "The entry point is synchronous and cannot await a clean-up. Register an Action, or make the entry point return a task.",
            refused.Message
        );
        Assert.Equal(["Load", "Left", "clean Load"], run.Script.Entries);
    }

    [Theory]
    [Shapes]
    public void Clean_ups_can_ask_whose_run_they_belong_to(Shape shape, bool isObserved)
    {
        var context = new RunContext { UserId = "Ada" };
        var run = new ShapeRun(shape, isObserved) { Context = context };
        run.Script.In(
            "Left",
            stage =>
                stage.OnCleanUp(() =>
                    run.Script.Note($"{stage.StageName} {stage.Run.UserId} {stage.RunId == context.RunId}")
                )
        );

        Assert.Null(run.ToEnd().Exception);
        Assert.Equal("Left Ada True", run.Script.Entries[^1]);
    }

    private static void FailInCleanUpOf(Script script, string stage, Exception exception) =>
        script.In(
            stage,
            context =>
            {
                context.OnCleanUp((Action)Fail);
                void Fail() => throw exception;
            }
        );

    private static void RegisterIn(Script script, params IEnumerable<string> stages)
    {
        foreach (var stage in stages)
        {
            script.In(stage, context => context.OnCleanUp(() => script.Note($"clean {stage}")));
        }
    }
}
