using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.RunContexts;

/// <summary>The information that stages get about their run, in every shape.</summary>
public sealed class RunContextTests
{
    private static readonly string[] Stages = ["Load", "Left", "Right", "Join"];

    [Theory]
    [Shapes]
    public void What_the_caller_says_reaches_every_stage(Shape shape, bool isObserved)
    {
        var context = new RunContext
        {
            RequestId = "request",
            SessionId = "session",
            UserId = "user",
            TenantId = "tenant",
            Baggage = new Dictionary<string, string> { ["colour"] = "green" },
            Services = new NoServices(),
            TimeProvider = new ManualTimeProvider(),
        };
        var seen = RunAndSee(shape, isObserved, context, default);

        Assert.Equal(Stages, seen.Select(stage => stage.Name));
        Assert.All(seen, stage => Assert.Same(context, stage.Run));
        Assert.All(seen, stage => Assert.Equal(context.RunId, stage.Id));
        Assert.All(seen, stage => Assert.Same(context.TimeProvider, stage.Context.TimeProvider));
        Assert.All(seen, stage => Assert.Null(stage.Context.Deadline));
        Assert.All(
            seen,
            stage => Assert.Equal((1, (Exception?)null), (stage.Context.Attempt, stage.Context.PreviousError))
        );
    }

    [Theory]
    [Shapes]
    public void A_run_of_which_nothing_was_said_has_an_id_of_its_own(Shape shape, bool isObserved)
    {
        var one = RunAndSee(shape, isObserved, null, default);
        var other = RunAndSee(shape, isObserved, null, default);

        var run = Assert.Single(one.Select(stage => stage.Run).Distinct());
        Assert.All(one, stage => Assert.Equal(run.RunId, stage.Id));
        Assert.Equal(7, run.RunId.Version);
        Assert.NotEqual(run.RunId, Assert.Single(other.Select(stage => stage.Id).Distinct()));
        Assert.Equal((null, 0, null), (run.ParentRunId, run.Depth, run.UserId));
        Assert.Same(TimeProvider.System, run.TimeProvider);
        Assert.All(one, stage => Assert.Same(TimeProvider.System, stage.Context.TimeProvider));
    }

    [Theory]
    [Shapes]
    public void Ids_sort_by_the_time_at_which_runs_started(Shape shape, bool isObserved)
    {
        var before = Guid.CreateVersion7(DateTimeOffset.UtcNow.AddMilliseconds(-2));
        var id = RunAndSee(shape, isObserved, null, default)[0].Id;
        var after = Guid.CreateVersion7(DateTimeOffset.UtcNow.AddMilliseconds(2));

        Assert.InRange(id, before, after);
    }

    [Theory]
    [Shapes]
    public void A_stage_gets_the_callers_token_unless_the_run_needs_its_own(Shape shape, bool isObserved)
    {
        using var source = new CancellationTokenSource();

        var seen = RunAndSee(shape, isObserved, new RunContext(), source.Token);

        // If stages overlap or the run streams, the token of the stages is not the caller's, but follows it.
        if (shape.HasCallersToken())
        {
            Assert.All(seen, stage => Assert.Equal(source.Token, stage.Context.CancellationToken));
        }
        else
        {
            Assert.All(seen, stage => Assert.NotEqual(source.Token, stage.Context.CancellationToken));
            Assert.All(seen, stage => Assert.True(stage.Context.CancellationToken.CanBeCanceled));
        }
    }

    private static List<Seen> RunAndSee(Shape shape, bool isObserved, RunContext? context, CancellationToken token)
    {
        var seen = new List<Seen>();
        var run = new ShapeRun(shape, isObserved) { Context = context, Token = token };
        foreach (var stage in Stages)
        {
            run.Script.In(stage, told => seen.Add(new(told.StageName, told.RunId, told.Run, new Told(told))));
        }

        Assert.Equal(ShapeRun.Expected, run.ToEnd().Value);
        return seen;
    }

    private sealed record Seen(string Name, Guid Id, RunContext Run, Told Context);

    // The properties of the context, read while the run lasts.
    private sealed record Told(
        TimeProvider TimeProvider,
        DateTimeOffset? Deadline,
        int Attempt,
        Exception? PreviousError,
        CancellationToken CancellationToken
    )
    {
        public Told(StageContext context)
            : this(
                context.TimeProvider,
                context.Deadline,
                context.Attempt,
                context.PreviousError,
                context.CancellationToken
            ) { }
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
