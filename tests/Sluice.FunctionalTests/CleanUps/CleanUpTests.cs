using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Shapes;
using Sluice.Tests.Shared.Runs;

namespace Sluice.FunctionalTests.CleanUps;

/// <summary>What stages register to be called when their run ends, in every shape.</summary>
public sealed class CleanUpTests
{
    private static readonly string[] Stages = ["Load", "Left", "Right", "Join"];

    private readonly InvalidDataException _failure = new("the stage's");

    [Theory]
    [Shapes]
    public void Case_37_clean_ups_run_after_all_stages_the_last_registered_first(Shape shape, bool isObserved)
    {
        var run = NewRun(shape, isObserved);
        RegisterInAll(run.Script);

        var end = run.ToEnd();

        Assert.Equal(ShapeRun.Expected, end.Value);
        Assert.Equal([.. Stages, "clean Join", "clean Right", "clean Left", "clean Load"], run.Script.Entries);
    }

    [Theory]
    [Shapes]
    public void Case_37_all_run_where_a_stage_fails(Shape shape, bool isObserved)
    {
        var run = NewRun(shape, isObserved);
        foreach (var stage in new[] { "Load", "Left" })
        {
            Register(run.Script, stage);
        }

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
        var run = NewRun(shape, isObserved);
        var (first, second) = (new InvalidDataException("first"), new InvalidTimeZoneException("second"));
        Register(run.Script, "Load");
        run.Script.In("Left", context => context.OnCleanUp(() => throw second));
        run.Script.In("Right", context => context.OnCleanUp(() => throw first));
        Register(run.Script, "Join");

        var end = run.ToEnd();

        Assert.Same(first, end.Exception);
        Assert.Equal([second], end.FurtherFailures);
        Assert.Null(end.Value);
        Assert.Equal([.. Stages, "clean Join", "clean Load"], run.Script.Entries);
    }

    [Theory]
    [Shapes]
    public void Case_37_failures_of_clean_ups_are_attached_to_the_failure_of_the_run(Shape shape, bool isObserved)
    {
        var run = NewRun(shape, isObserved);
        var (first, second) = (new InvalidDataException("first"), new InvalidTimeZoneException("second"));
        run.Script.In("Load", context => context.OnCleanUp(() => throw second));
        run.Script.In("Left", context => context.OnCleanUp(() => throw first));
        run.Script.In("Right", _ => throw _failure);

        var end = run.ToEnd();

        Assert.Same(_failure, end.Exception);
        Assert.Equal([first, second], end.FurtherFailures);
        Assert.NotNull(end.Report);
    }

    [Theory]
    [Shapes]
    public void Case_37_clean_ups_run_where_the_caller_cancels(Shape shape, bool isObserved)
    {
        using var source = new CancellationTokenSource();
        var run = NewRun(shape, isObserved, source.Token);
        Register(run.Script, "Load");
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

    private static ShapeRun NewRun(Shape shape, bool isObserved, CancellationToken token = default) =>
        new(shape, isObserved ? new RecordedEvents() : null) { Token = token };

    private static void RegisterInAll(Script script)
    {
        foreach (var stage in Stages)
        {
            Register(script, stage);
        }
    }

    private static void Register(Script script, string stage) =>
        script.In(stage, context => context.OnCleanUp(() => script.Note($"clean {stage}")));
}
