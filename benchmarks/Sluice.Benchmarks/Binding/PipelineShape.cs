using System.Collections.Immutable;

namespace Sluice.Benchmarks.Binding;

/// <summary>The shape of the pipelines of one measured project.</summary>
/// <param name="Name">The name that the result is printed with.</param>
/// <param name="Layers">The numbers of stages in the layers. A stage takes values of the layer before its own.</param>
/// <param name="Kinds">The kinds of the stages that are not <see cref="StageKind.Asynchronous"/>, by position.</param>
internal sealed record PipelineShape(string Name, ImmutableArray<int> Layers, ImmutableDictionary<int, StageKind> Kinds)
{
    /// <summary>Asynchronous stages in layers, most of which can overlap.</summary>
    public static PipelineShape Layered { get; } =
        new("25 asynchronous stages in layers", [1, 4, 5, 5, 5, 4, 1], ImmutableDictionary<int, StageKind>.Empty);

    /// <summary>Asynchronous stages, each of which takes the value of the one before it.</summary>
    public static PipelineShape Chain { get; } =
        new(
            "chain of 25 asynchronous stages",
            [.. Enumerable.Repeat(1, 25)],
            ImmutableDictionary<int, StageKind>.Empty
        );

    /// <summary>Stages of every kind. Every second pipeline returns a result.</summary>
    public static PipelineShape Mixed { get; } =
        new(
            "mix with policies",
            [1, 4, 5, 5, 5, 4, 1],
            new Dictionary<int, StageKind>
            {
                [2] = StageKind.Synchronous,
                [3] = StageKind.Retried,
                [5] = StageKind.Condition,
                [6] = StageKind.Conditional,
                [7] = StageKind.Synchronous,
                [8] = StageKind.List,
                [9] = StageKind.Element,
                [11] = StageKind.Guarded,
                [12] = StageKind.FallingBack,
                [13] = StageKind.Synchronous,
                [15] = StageKind.Cached,
                [17] = StageKind.Retried,
                [18] = StageKind.Synchronous,
                [20] = StageKind.Limited,
                [21] = StageKind.AsynchronousEffect,
                [22] = StageKind.Synchronous,
                [23] = StageKind.SynchronousEffect,
            }.ToImmutableDictionary()
        );

    /// <summary>The number of stages of a pipeline.</summary>
    public int Stages => Layers.Sum();

    /// <summary>The kind of a stage.</summary>
    public StageKind KindOf(int stage) => Kinds.GetValueOrDefault(stage);
}
