namespace Sluice.DifferentialTests.Graphs;

/// <summary>A generated pipeline, from which both its source and what it must do are derived.</summary>
/// <param name="Seed">What it was made from.</param>
/// <param name="IsStatic">Whether its class is static.</param>
/// <param name="Stages">Its stages, each after those that it depends on.</param>
/// <param name="Declaration">The ids of its stages in the order in which they are declared.</param>
/// <param name="EntryPoints">Its entry points.</param>
public sealed record PipelineShape(
    ulong Seed,
    bool IsStatic,
    IReadOnlyList<StageShape> Stages,
    IReadOnlyList<int> Declaration,
    IReadOnlyList<EntryPointShape> EntryPoints
)
{
    public string ClassName => $"Pipeline{Seed:x16}";

    public StageShape Stage(int id) => Stages.First(stage => stage.Id == id);
}
