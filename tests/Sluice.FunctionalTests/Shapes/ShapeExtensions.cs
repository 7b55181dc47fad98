using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Shapes;

/// <summary>The properties of shapes.</summary>
internal static class ShapeExtensions
{
    /// <summary>Whether the run is synchronous, so that nothing can be awaited.</summary>
    public static bool IsSynchronous(this Shape shape) =>
        shape
            is Shape.StraightLine
                or Shape.StraightLineEffect
                or Shape.Result
                or Shape.StaticStraightLine
                or Shape.GenericStraightLine
                or Shape.ContinuedStraightLine
                or Shape.LongStraightLine;

    /// <summary>Whether two stages run at the same time.</summary>
    public static bool Overlaps(this Shape shape) =>
        shape
            is Shape.ConcurrentSuspended
                or Shape.ResultConcurrentSuspended
                or Shape.StaticSuspended
                or Shape.GenericSuspended
                or Shape.ContinuedSuspended
                or Shape.LongConcurrentSuspended;

    /// <summary>Whether stages get the caller's own token.</summary>
    public static bool HasCallersToken(this Shape shape) =>
        !shape.Overlaps()
        && !shape.IsStreamed()
        && shape is not (Shape.ConcurrentAtOnce or Shape.ResultConcurrentAtOnce or Shape.LongConcurrentAtOnce);

    /// <summary>Whether the entry point returns a result with a report. The others have a report only if they fail.</summary>
    public static bool GivesResult(this Shape shape) =>
        shape
            is Shape.Result
                or Shape.ResultSequentialAtOnce
                or Shape.ResultSequentialSuspended
                or Shape.ResultConcurrentAtOnce
                or Shape.ResultConcurrentSuspended;

    /// <summary>Whether the last stage streams, so that its execution is not part of a report.</summary>
    public static bool IsStreamed(this Shape shape) => shape is Shape.StreamedAtOnce or Shape.StreamedSuspended;

    /// <summary>Whether the middle stages are skipped or continue when another stage has failed.</summary>
    public static bool Continues(this Shape shape) => shape is Shape.ContinuedStraightLine or Shape.ContinuedSuspended;

    /// <summary>Whether the stages suspend.</summary>
    public static bool IsSuspended(this Shape shape) => shape.Pace() == Harness.Pace.Suspended;

    /// <summary>The way in which the stages complete.</summary>
    public static Pace Pace(this Shape shape) =>
        shape switch
        {
            Shape.SequentialAtOnce
            or Shape.ConcurrentAtOnce
            or Shape.ResultSequentialAtOnce
            or Shape.ResultConcurrentAtOnce
            or Shape.StreamedAtOnce
            or Shape.LongSequentialAtOnce
            or Shape.LongConcurrentAtOnce => Harness.Pace.AtOnce,
            Shape.SequentialSuspended
            or Shape.SequentialTask
            or Shape.SequentialEffect
            or Shape.ConcurrentSuspended
            or Shape.ResultSequentialSuspended
            or Shape.ResultConcurrentSuspended
            or Shape.StreamedSuspended
            or Shape.StaticSuspended
            or Shape.GenericSuspended
            or Shape.ContinuedSuspended
            or Shape.LongSequentialSuspended
            or Shape.LongConcurrentSuspended => Harness.Pace.Suspended,
            _ => Harness.Pace.StraightLine,
        };
}
