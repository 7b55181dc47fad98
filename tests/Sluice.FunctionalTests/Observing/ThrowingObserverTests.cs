using Sluice.FunctionalTests.Observing.Troubled;
using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Observing;

/// <summary>
/// Case 41: if an observer throws at any event, the run itself does not change, its report contains the exception, the event source
/// receives it once, and other observers still receive all events.
/// </summary>
public sealed class ThrowingObserverTests : IDisposable
{
    private readonly ToldFailures _told = new(nameof(FaultyObserver));

    public static TheoryData<Shape, ShapeTrouble> Runs()
    {
        var runs = new TheoryData<Shape, ShapeTrouble>();
        foreach (var shape in Enum.GetValues<Shape>())
        {
            foreach (var trouble in Enum.GetValues<ShapeTrouble>())
            {
                runs.Add(shape, trouble);
            }
        }

        return runs;
    }

    public void Dispose() => _told.Dispose();

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_run_is_the_same_at_whatever_event_its_observer_throws(Shape shape, ShapeTrouble trouble) =>
        AssertSame(isObserved => new ShapeRun(shape, isObserved), trouble);

    [Theory]
    [MemberData(nameof(TroubledRuns.Shapes), MemberType = typeof(TroubledRuns))]
    public void So_is_one_with_retries_and_skips(Shape shape) =>
        AssertSame(isObserved => TroubledRuns.Of(shape, isObserved), ShapeTrouble.None);

    [Theory]
    [MemberData(nameof(Runs))]
    public void Another_observer_is_told_all_the_same(Shape shape, ShapeTrouble trouble) =>
        AssertOtherIsTold(() => new ShapeRun(shape, isObserved: true), trouble);

    [Theory]
    [MemberData(nameof(TroubledRuns.Shapes), MemberType = typeof(TroubledRuns))]
    public void So_it_is_of_retries_and_skips(Shape shape) =>
        AssertOtherIsTold(() => TroubledRuns.Of(shape, isObserved: true), ShapeTrouble.None);

    private void AssertSame(Func<bool, ShapeRun> start, ShapeTrouble trouble)
    {
        var unobserved = start(false);
        var expected = Run(unobserved, trouble, static run => run.ToEnd());
        var observed = start(true);
        Run(observed, trouble, static run => run.ToEnd());
        foreach (var (kind, occurrence) in FaultsIn(observed))
        {
            var fault = new Fault(kind, occurrence);
            var run = start(true);

            var end = Run(run, trouble, run => run.ToEnd(fault.Observer));

            Assert.Equal(unobserved.Script.Entries, run.Script.Entries);
            AssertEqual(expected, end);
            Assert.Equal((1, 0), (fault.Thrown, fault.CallsAfterwards));
            if (end.Report is { } report)
            {
                Assert.Same(fault.Exception, report.ObserverFailure);
            }

            AssertTold(fault);
        }
    }

    private void AssertOtherIsTold(Func<ShapeRun> start, ShapeTrouble trouble)
    {
        var alone = start();
        Run(alone, trouble, static run => run.ToEnd());
        var expected = alone.Describe();
        foreach (var (kind, occurrence) in FaultsIn(alone))
        {
            AssertTold(beside => run => run.ToEnd(RunObservers.Combine(beside, run.Events.Observer)));
            AssertTold(beside => run => run.ToEnd(RunObservers.Combine(run.Events.Observer, beside)));

            void AssertTold(Func<FaultyObserver, Func<ShapeRun, ShapeEnd>> toEnd)
            {
                var fault = new Fault(kind, occurrence);
                var run = start();

                var end = Run(run, trouble, toEnd(fault.Observer));

                run.Events.Check();
                Assert.Equal(expected, run.Describe());
                Assert.Equal((1, 0), (fault.Thrown, fault.CallsAfterwards));
                if (end.Report is { } report)
                {
                    Assert.Same(fault.Exception, report.ObserverFailure);
                }

                this.AssertTold(fault);
            }
        }
    }

    private void AssertTold(Fault fault) =>
        Assert.StartsWith(
            fault.Exception.GetType() + ": " + fault.Exception.Message,
            Assert.Single(_told.Take()),
            StringComparison.Ordinal
        );

    // The first and the last event of each kind in the run.
    private static IEnumerable<(RunEventKind Kind, int Occurrence)> FaultsIn(ShapeRun run)
    {
        Assert.NotEmpty(run.Events.All);
        return run
            .Events.All.CountBy(runEvent => runEvent.Kind)
            .SelectMany(kind => kind.Value > 1 ? [(kind.Key, 1), (kind.Key, kind.Value)] : new[] { (kind.Key, 1) });
    }

    private static ShapeEnd Run(ShapeRun run, ShapeTrouble trouble, Func<ShapeRun, ShapeEnd> toEnd)
    {
        using var source = new CancellationTokenSource();
        run.MakeTrouble(trouble, source);
        return toEnd(run);
    }

    private static void AssertEqual(ShapeEnd expected, ShapeEnd end)
    {
        Assert.Equal(expected.Value, end.Value);
        Assert.Equal(expected.Exception?.GetType(), end.Exception?.GetType());
        Assert.Equal(expected.Exception?.Message, end.Exception?.Message);
        Assert.Equal(expected.FurtherFailures.Count, end.FurtherFailures.Count);
        Assert.Equal(Statuses(expected.Report), Statuses(end.Report));

        static IEnumerable<(string, StageStatus, int)>? Statuses(RunReport? report) =>
            report?.Stages.Select(stage => (stage.Name, stage.Status, stage.Attempts));
    }
}
