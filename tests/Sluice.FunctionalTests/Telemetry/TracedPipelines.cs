using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Telemetry;

/// <summary>The pipelines of all shapes, compiled with telemetry.</summary>
internal static class TracedPipelines
{
    public static object Of(Shape shape) =>
        shape switch
        {
            Shape.StraightLine => new TracedStraightLineShape(),
            Shape.StraightLineTask => new TracedStraightLineTaskShape(),
            Shape.StraightLineEffect => new TracedStraightLineEffectShape(),
            Shape.SequentialAtOnce or Shape.SequentialSuspended => new TracedSequentialShape(),
            Shape.SequentialTask => new TracedSequentialTaskShape(),
            Shape.SequentialEffect => new TracedSequentialEffectShape(),
            Shape.ConcurrentAtOnce or Shape.ConcurrentSuspended => new TracedConcurrentShape(),
            Shape.Result => new TracedResultShape(),
            Shape.ResultSequentialAtOnce or Shape.ResultSequentialSuspended => new TracedResultSequentialShape(),
            Shape.ResultConcurrentAtOnce or Shape.ResultConcurrentSuspended => new TracedResultConcurrentShape(),
            Shape.StreamedAtOnce or Shape.StreamedSuspended => new TracedStreamedShape(),
            Shape.StaticStraightLine => new TracedStaticStraightLineCaller(),
            Shape.StaticSuspended => new TracedStaticCaller(),
            Shape.GenericStraightLine => new TracedGenericStraightLineShape<string>(),
            Shape.GenericSuspended => new TracedGenericShape<string>(),
            Shape.ContinuedStraightLine => new TracedContinuedStraightLineShape(),
            Shape.ContinuedSuspended => new TracedContinuedShape(),
            Shape.LongStraightLine => new TracedLongStraightLineShape(),
            Shape.LongSequentialAtOnce or Shape.LongSequentialSuspended => new TracedLongSequentialShape(),
            Shape.LongConcurrentAtOnce or Shape.LongConcurrentSuspended => new TracedLongConcurrentShape(),
            _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "There is no pipeline of this shape."),
        };
}
