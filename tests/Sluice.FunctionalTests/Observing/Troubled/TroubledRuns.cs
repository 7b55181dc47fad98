using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Observing.Troubled;

/// <summary>Runs in which one stage is retried and one is skipped.</summary>
internal static class TroubledRuns
{
    /// <summary>The output of each run.</summary>
    public const int Expected = 2;

    /// <summary>The shapes for which there is such a pipeline.</summary>
    public static TheoryData<Shape> Shapes() =>
        [
            Shape.StraightLine,
            Shape.SequentialAtOnce,
            Shape.SequentialSuspended,
            Shape.ConcurrentAtOnce,
            Shape.ConcurrentSuspended,
            Shape.StreamedAtOnce,
            Shape.StreamedSuspended,
        ];

    public static ShapeRun Of(Shape shape, bool isObserved) => new(shape, PipelineOf(shape), isObserved);

    private static object PipelineOf(Shape shape) =>
        shape switch
        {
            Shape.StraightLine => new TroubledStraightLine(),
            Shape.SequentialAtOnce or Shape.SequentialSuspended => new TroubledSequential(),
            Shape.ConcurrentAtOnce or Shape.ConcurrentSuspended => new TroubledConcurrent(),
            _ => new TroubledStreaming(),
        };
}
