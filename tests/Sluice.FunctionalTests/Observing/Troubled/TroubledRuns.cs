using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Observing.Troubled;

/// <summary>Runs in which a stage is tried again and one is skipped.</summary>
internal static class TroubledRuns
{
    /// <summary>What each gives.</summary>
    public const int Expected = 2;

    /// <summary>The shapes that there is such a pipeline of.</summary>
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
