namespace Sluice.FunctionalTests.Shapes;

/// <summary>The pipelines of all shapes whose stages use only their context.</summary>
internal static class ShapePipelines
{
    public static object Of(Shape shape) =>
        shape switch
        {
            Shape.StraightLine => new StraightLineShape(),
            Shape.StraightLineTask => new StraightLineTaskShape(),
            Shape.StraightLineEffect => new StraightLineEffectShape(),
            Shape.SequentialAtOnce or Shape.SequentialSuspended => new SequentialShape(),
            Shape.SequentialTask => new SequentialTaskShape(),
            Shape.SequentialEffect => new SequentialEffectShape(),
            Shape.ConcurrentAtOnce or Shape.ConcurrentSuspended => new ConcurrentShape(),
            Shape.Result => new ResultShape(),
            Shape.ResultSequentialAtOnce or Shape.ResultSequentialSuspended => new ResultSequentialShape(),
            Shape.ResultConcurrentAtOnce or Shape.ResultConcurrentSuspended => new ResultConcurrentShape(),
            Shape.StreamedAtOnce or Shape.StreamedSuspended => new StreamedShape(),
            Shape.StaticStraightLine => new StaticStraightLineCaller(),
            Shape.StaticSuspended => new StaticCaller(),
            Shape.GenericStraightLine => new GenericStraightLineShape<string>(),
            Shape.GenericSuspended => new GenericShape<string>(),
            Shape.ContinuedStraightLine => new ContinuedStraightLineShape(),
            Shape.ContinuedSuspended => new ContinuedShape(),
            Shape.LongStraightLine => new LongStraightLineShape(),
            Shape.LongSequentialAtOnce or Shape.LongSequentialSuspended => new LongSequentialShape(),
            Shape.LongConcurrentAtOnce or Shape.LongConcurrentSuspended => new LongConcurrentShape(),
            _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "There is no pipeline of this shape."),
        };
}
