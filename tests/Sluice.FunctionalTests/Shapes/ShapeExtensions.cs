using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Shapes;

/// <summary>What the shapes have in common.</summary>
internal static class ShapeExtensions
{
    /// <summary>Whether nothing can be awaited.</summary>
    public static bool IsSynchronous(this Shape shape) =>
        shape
            is Shape.StraightLine
                or Shape.StraightLineEffect
                or Shape.Result
                or Shape.StaticStraightLine
                or Shape.GenericStraightLine
                or Shape.ContinuedStraightLine
                or Shape.LongStraightLine;

    /// <summary>Whether two stages are under way at the same time.</summary>
    public static bool Overlaps(this Shape shape) =>
        shape
            is Shape.ConcurrentSuspended
                or Shape.ResultConcurrentSuspended
                or Shape.StaticSuspended
                or Shape.GenericSuspended
                or Shape.ContinuedSuspended
                or Shape.LongConcurrentSuspended;

    /// <summary>Whether stages get the token that the caller gave.</summary>
    public static bool HasCallersToken(this Shape shape) =>
        !shape.Overlaps()
        && !shape.IsStreamed()
        && shape is not (Shape.ConcurrentAtOnce or Shape.ResultConcurrentAtOnce or Shape.LongConcurrentAtOnce);

    /// <summary>Whether a run's report is at hand: where it is not, the entry point streams, or succeeds without one.</summary>
    public static bool GivesResult(this Shape shape) =>
        shape
            is Shape.Result
                or Shape.ResultSequentialAtOnce
                or Shape.ResultSequentialSuspended
                or Shape.ResultConcurrentAtOnce
                or Shape.ResultConcurrentSuspended;

    /// <summary>Whether the last stage streams, so that what it does is part of no report.</summary>
    public static bool IsStreamed(this Shape shape) => shape is Shape.StreamedAtOnce or Shape.StreamedSuspended;

    /// <summary>Whether the stages of the middle are skipped or go on when another has failed.</summary>
    public static bool Continues(this Shape shape) => shape is Shape.ContinuedStraightLine or Shape.ContinuedSuspended;

    /// <summary>Whether stages are suspended.</summary>
    public static bool IsSuspended(this Shape shape) => shape.Pace() == Harness.Pace.Suspended;

    /// <summary>How stages complete.</summary>
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
