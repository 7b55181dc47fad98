namespace Sluice.FunctionalTests.Shapes;

/// <summary>The pipelines of all shapes whose stages are compensated if their run fails.</summary>
internal static class UndoingPipelines
{
    public static object Of(Shape shape) =>
        shape switch
        {
            Shape.StraightLine => new UndoingStraightLineShape(),
            Shape.StraightLineTask => new UndoingStraightLineTaskShape(),
            Shape.StraightLineEffect => new UndoingStraightLineEffectShape(),
            Shape.SequentialAtOnce or Shape.SequentialSuspended => new UndoingSequentialShape(),
            Shape.SequentialTask => new UndoingSequentialTaskShape(),
            Shape.SequentialEffect => new UndoingSequentialEffectShape(),
            Shape.ConcurrentAtOnce or Shape.ConcurrentSuspended => new UndoingConcurrentShape(),
            Shape.Result => new UndoingResultShape(),
            Shape.ResultSequentialAtOnce or Shape.ResultSequentialSuspended => new UndoingResultSequentialShape(),
            Shape.ResultConcurrentAtOnce or Shape.ResultConcurrentSuspended => new UndoingResultConcurrentShape(),
            Shape.StreamedAtOnce or Shape.StreamedSuspended => new UndoingStreamedShape(),
            Shape.StaticStraightLine => new UndoingStaticStraightLineCaller(),
            Shape.StaticSuspended => new UndoingStaticCaller(),
            Shape.GenericStraightLine => new UndoingGenericStraightLineShape<string>(),
            Shape.GenericSuspended => new UndoingGenericShape<string>(),
            Shape.ContinuedStraightLine => new UndoingContinuedStraightLineShape(),
            Shape.ContinuedSuspended => new UndoingContinuedShape(),
            Shape.LongStraightLine => new UndoingLongStraightLineShape(),
            Shape.LongSequentialAtOnce or Shape.LongSequentialSuspended => new UndoingLongSequentialShape(),
            Shape.LongConcurrentAtOnce or Shape.LongConcurrentSuspended => new UndoingLongConcurrentShape(),
            _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "There is no pipeline of this shape."),
        };
}
