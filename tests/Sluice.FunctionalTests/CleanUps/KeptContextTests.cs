using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.CleanUps;

/// <summary>A stage's context that is kept and used after its run.</summary>
public sealed class KeptContextTests
{
    [Theory]
    [Shapes]
    public void It_throws_whatever_it_is_asked(Shape shape, bool isObserved)
    {
        var kept = Keep(shape, isObserved, out _);

        foreach (var use in Uses)
        {
            Assert.Equal(
                "The run of this context has ended. Do not keep a context beyond its run.",
                Assert.Throws<InvalidOperationException>(() => use(kept)).Message
            );
        }
    }

    [Theory]
    [Shapes]
    public void It_never_reaches_another_run(Shape shape, bool isObserved)
    {
        var kept = Keep(shape, isObserved, out var first);
        var run = new ShapeRun(shape, isObserved);
        var told = first.Events.All.Count;
        run.Script.In(
            "Left",
            context =>
            {
                Assert.NotEqual(kept, context);
                foreach (var use in Uses)
                {
                    _ = Assert.Throws<InvalidOperationException>(() => use(kept));
                }
            }
        );

        Assert.Null(run.ToEnd().Exception);
        Assert.Equal(["Load", "Left", "Right", "Join"], run.Script.Entries);
        Assert.Equal(told, first.Events.All.Count);
        Assert.Equal(told, run.Events.All.Count);
    }

    private static readonly Action<StageContext>[] Uses =
    [
        context => _ = context.RunId,
        context => _ = context.StageName,
        context => _ = context.TimeProvider,
        context => _ = context.Run,
        context => context.ReportProgress(0.5),
        context => context.Publish("news"),
        context => context.OnCleanUp(() => Assert.Fail("A clean-up of a run that has ended was called.")),
        context => context.OnCleanUp(() => throw new InvalidOperationException("It was called.")),
    ];

    private static StageContext Keep(Shape shape, bool isObserved, out ShapeRun run)
    {
        StageContext kept = default;
        run = new ShapeRun(shape, isObserved);
        run.Script.In("Left", context => kept = context);
        Assert.Null(run.ToEnd().Exception);
        return kept;
    }
}
