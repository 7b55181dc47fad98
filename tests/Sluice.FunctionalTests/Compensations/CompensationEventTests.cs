using Sluice.FunctionalTests.Observing;
using Sluice.FunctionalTests.Shapes;
using Sluice.Tests.Shared.Runs;

namespace Sluice.FunctionalTests.Compensations;

/// <summary>The events of compensations, in every shape.</summary>
public sealed class CompensationEventTests
{
    private readonly InvalidDataException _failure = new("the stage's");
    private readonly InvalidOperationException _undoFailure = new("the compensation's");
    private readonly ManualTimeProvider _clock = new();

    public static TheoryData<Shape> Shapes() => [.. Enum.GetValues<Shape>()];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Each_stage_that_is_undone_is_told_and_so_is_one_that_cannot_be(Shape shape)
    {
        var run = NewFailingRun(shape);

        var end = run.ToEnd();

        Assert.Same(_failure, end.Exception);
        Assert.Equal([_undoFailure], end.FurtherFailures);
        Assert.Equal(
            [
                "CompensationStarted Right",
                "CompensationCompleted Right",
                "CompensationStarted Left",
                "CompensationFailed Left",
                "CompensationStarted Load",
                "CompensationCompleted Load",
                "RunCompleted Failed",
            ],
            run.Describe().TakeLast(7)
        );
        var told = run.Events.All.Where(IsOfCompensation).ToArray();
        Assert.Equal([_failure, null, _failure, _undoFailure, _failure, null], told.Select(one => one.Error));
        Assert.All(told, one => Assert.Equal((1, RunStatus.Running, false), (one.Attempt, one.Status, one.EndsRun)));
        Assert.All(told, one => Assert.Equal(run.Events.EndOf(one.Stage!).StageIndex, one.StageIndex));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void How_long_it_took_is_told_by_the_clock_of_the_run(Shape shape)
    {
        var run = NewFailingRun(shape);
        run.Script.InUndoing("Right", () => _clock.Advance(TimeSpan.FromSeconds(5)));

        run.ToEnd();

        Assert.Equal(
            [null, TimeSpan.FromSeconds(5), null, TimeSpan.FromSeconds(3), null, TimeSpan.Zero],
            run.Events.All.Where(IsOfCompensation).Select(told => told.Duration)
        );
        Assert.Equal(TimeSpan.FromSeconds(8), run.Events.All[^1].Duration);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Nothing_is_told_of_compensations_where_all_goes_well(Shape shape)
    {
        var run = NewRun(shape);

        Assert.Equal(ShapeRun.Expected, run.ToEnd().Value);

        Assert.DoesNotContain(run.Events.All, IsOfCompensation);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_run_that_is_cancelled_tells_what_it_undoes(Shape shape)
    {
        using var source = new CancellationTokenSource();
        var run = NewRun(shape, source.Token);
        run.Script.In("Right", _ => source.Cancel());

        var end = run.ToEnd();

        var told = run.Events.All.Where(IsOfCompensation).ToArray();
        Assert.Equal(["Right", "Right", "Left", "Left", "Load", "Load"], told.Select(one => one.Stage));
        Assert.All(
            told.Where(one => one.Kind == RunEventKind.CompensationStarted),
            one => Assert.Same(end.Exception, one.Error)
        );
        Assert.Equal(RunStatus.Cancelled, run.Events.All[^1].Status);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_clean_up_that_fails_the_run_is_told_as_the_cause(Shape shape)
    {
        var run = NewRun(shape);
        run.Script.In("Load", context => context.OnCleanUp((Action)(() => throw _failure)));

        Assert.Same(_failure, run.ToEnd().Exception);

        var told = run.Events.All.Where(IsOfCompensation).ToArray();
        Assert.Equal("Load", told[^1].Stage);
        Assert.All(
            told.Where(one => one.Kind == RunEventKind.CompensationStarted),
            one => Assert.Same(_failure, one.Error)
        );
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Whatever_an_observer_throws_at_compensations_they_are_all_made_and_another_is_told(Shape shape)
    {
        var expected = NewFailingRun(shape);
        expected.ToEnd();
        foreach (
            var (kind, count) in expected
                .Events.All.Where(IsOfCompensation)
                .CountBy(told => told.Kind)
                .SelectMany(kind => new[] { (kind.Key, 1), (kind.Key, kind.Value) })
                .Distinct()
        )
        {
            var (fault, run) = (new Fault(kind, count), NewFailingRun(shape));

            var end = run.ToEnd(RunObservers.Combine(new Throwing(fault), run.Events.Observer));

            Assert.Same(_failure, end.Exception);
            Assert.Equal([_undoFailure], end.FurtherFailures);
            Assert.Equal(expected.Script.Entries, run.Script.Entries);
            Assert.Equal(expected.Describe(), run.Describe());
            Assert.Equal((1, 0), (fault.Thrown, fault.CallsAfterwards));
            Assert.True(shape.IsStreamed() || ReferenceEquals(fault.Exception, end.Report!.ObserverFailure));
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void The_lines_of_the_stages_and_of_the_run_say_it(Shape shape)
    {
        var written = new WrittenLines();

        NewFailingRun(shape).ToEnd(written.Observer);

        var (left, right) = (written.Stage("Left"), written.Stage("Right"));
        Assert.Equal("completed", left.GetProperty("status").GetString());
        Assert.Equal("failed", left.GetProperty("compensation").GetString());
        Assert.Equal(3000, left.GetProperty("compensation_duration_ms").GetDouble());
        Assert.Equal(
            typeof(InvalidOperationException).FullName,
            left.GetProperty("compensation_error_type").GetString()
        );
        Assert.Equal("the compensation's", left.GetProperty("compensation_error_message").GetString());
        Assert.Equal("completed", right.GetProperty("compensation").GetString());
        Assert.False(right.TryGetProperty("compensation_error_type", out _));
        Assert.False(right.TryGetProperty("compensations", out _));
        var whole = written.Run();
        Assert.Equal(2, whole.GetProperty("compensations_completed").GetInt32());
        Assert.Equal(1, whole.GetProperty("compensations_failed").GetInt32());
        Assert.Equal(["Load", "Left", "Right", "Join"], EndedIn(written));
    }

    // A separate type, because another test listens to failures by the type of the observer.
    private readonly struct Throwing(Fault fault) : IRunObserver
    {
        public void Observe(in RunEvent runEvent) => fault.Take(in runEvent);
    }

    private static IEnumerable<string> EndedIn(WrittenLines written) =>
        written
            .Statuses.Select(status => status.Split(' ')[0])
            .Where(name => name != "run" && !name.StartsWith("Fill", StringComparison.Ordinal));

    private static bool IsOfCompensation(RunEvent told) =>
        told.Kind
            is RunEventKind.CompensationStarted
                or RunEventKind.CompensationCompleted
                or RunEventKind.CompensationFailed;

    private ShapeRun NewRun(Shape shape, CancellationToken token = default) =>
        new(shape, UndoingPipelines.Of(shape), isObserved: true)
        {
            Token = token,
            Context = new RunContext { TimeProvider = _clock },
        };

    // The compensation of Left fails after three seconds.
    private ShapeRun NewFailingRun(Shape shape)
    {
        var run = NewRun(shape);
        run.Script.FailIn("Join", _failure);
        run.Script.InUndoing(
            "Left",
            () =>
            {
                _clock.Advance(TimeSpan.FromSeconds(3));
                throw _undoFailure;
            }
        );
        return run;
    }
}
