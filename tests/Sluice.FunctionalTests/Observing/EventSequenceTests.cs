using Sluice.FunctionalTests.Observing.Troubled;
using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Observing;

/// <summary>Case 39: the complete sequence of events of a run.</summary>
public sealed class EventSequenceTests
{
    private const string Load =
        "RunStarted, StageReady Load, StageStarted Load, StageProgressed Load, StagePublished Load, StageCompleted Load, ";

    private const string Retried =
        "StageProgressed Load, StagePublished Load, StageRetrying Load, StageProgressed Load, StagePublished Load, StageCompleted Load, ";

    private const string Skipped = "StageReady Right, StageSkipped Right, ";

    private const string Join = "StageReady Join, StageStarted Join, StageCompleted Join, RunCompleted Succeeded";

    public static TheoryData<Shape> Shapes() => [.. Enum.GetValues<Shape>()];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_run_that_succeeds(Shape shape)
    {
        var middle =
            shape.Overlaps()
                ? "StageReady Left, StageReady Right, StageStarted Left, StageStarted Right, StageCompleted Left, StageCompleted Right, "
            : HasConcurrentStagesAtOnce(shape)
                ? "StageReady Left, StageReady Right, StageStarted Left, StageCompleted Left, StageStarted Right, StageCompleted Right, "
            : "StageReady Left, StageStarted Left, StageCompleted Left, StageReady Right, StageStarted Right, StageCompleted Right, ";

        Assert.Equal(Load + middle + Join, Events(new ShapeRun(shape, isObserved: true), ShapeTrouble.None));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_run_that_fails(Shape shape)
    {
        var rest = shape switch
        {
            Shape.ContinuedStraightLine =>
                "StageReady Left, StageStarted Left, StageFailed Left, StageReady Right, StageSkipped Right, StageReady Join, StageSkipped Join, ",
            Shape.ContinuedSuspended =>
                "StageReady Left, StageReady Right, StageStarted Left, StageStarted Right, StageFailed Left, StageCompleted Right, StageReady Join, StageSkipped Join, ",
            _ => EndOfLeft(shape, "StageFailed"),
        };

        Assert.Equal(
            Load + rest + "RunCompleted Failed",
            Events(new ShapeRun(shape, isObserved: true), ShapeTrouble.Failure)
        );
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_run_that_is_cancelled(Shape shape) =>
        Assert.Equal(
            Load + EndOfLeft(shape, "StageCancelled") + "RunCompleted Cancelled",
            Events(new ShapeRun(shape, isObserved: true), ShapeTrouble.Cancellation)
        );

    [Theory]
    [MemberData(nameof(TroubledRuns.Shapes), MemberType = typeof(TroubledRuns))]
    public void A_run_with_a_retry_and_a_skip(Shape shape)
    {
        const string Wanted = "StageStarted IsWanted, StageCompleted IsWanted, ";
        var expected = shape switch
        {
            Shape.ConcurrentSuspended =>
                "RunStarted, StageReady Load, StageReady Left, StageStarted Load, StageStarted Left, StageProgressed Load, StagePublished Load, "
                    + "StageRetrying Load, StageCompleted Left, StageProgressed Load, StagePublished Load, StageCompleted Load, StageReady IsWanted, "
                    + Wanted,
            Shape.ConcurrentAtOnce => "RunStarted, StageReady Load, StageReady Left, StageStarted Load, "
                + Retried
                + "StageReady IsWanted, StageStarted Left, StageCompleted Left, "
                + Wanted,
            _ => "RunStarted, StageReady Load, StageStarted Load, " + Retried + "StageReady IsWanted, " + Wanted,
        };

        Assert.Equal(expected + Skipped + Join, Events(TroubledRuns.Of(shape, isObserved: true), ShapeTrouble.None));
    }

    // If other stages are still running when Left ends, stages that wait for Left become ready but do not start.
    private static string EndOfLeft(Shape shape, string end) =>
        shape.Overlaps()
            ? $"StageReady Left, StageReady Right, StageStarted Left, StageStarted Right, {end} Left, StageCompleted Right, StageReady Join, "
        : HasConcurrentStagesAtOnce(shape)
            ? $"StageReady Left, StageReady Right, StageStarted Left, {end} Left, StageReady Join, "
        : $"StageReady Left, StageStarted Left, {end} Left, ";

    private static bool HasConcurrentStagesAtOnce(Shape shape) =>
        shape is Shape.ConcurrentAtOnce or Shape.ResultConcurrentAtOnce or Shape.LongConcurrentAtOnce;

    private static string Events(ShapeRun run, ShapeTrouble trouble)
    {
        using var source = new CancellationTokenSource();
        run.MakeTrouble(trouble, source);
        run.ToEnd();
        return string.Join(", ", run.Describe());
    }
}
