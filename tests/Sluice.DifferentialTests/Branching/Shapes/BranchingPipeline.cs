namespace Sluice.DifferentialTests.Branching.Shapes;

/// <summary>A pipeline that branches, from which both its source and what it must do are derived.</summary>
/// <param name="Seed">What it was made from.</param>
/// <param name="Continues">Whether a run goes on after a failure.</param>
/// <param name="Stages">Its stages, each after those that it depends on.</param>
/// <param name="Declaration">The ids of its stages in the order in which they are declared.</param>
/// <param name="EntryPoint">Its entry point.</param>
public sealed record BranchingPipeline(
    ulong Seed,
    bool Continues,
    IReadOnlyList<BranchingStage> Stages,
    IReadOnlyList<int> Declaration,
    BranchingEntryPoint EntryPoint
)
{
    public string ClassName => $"Pipeline{Seed:x16}";

    public BranchingStage Stage(int id) => Stages.First(stage => stage.Id == id);

    /// <summary>What a stage or an input gives.</summary>
    public Content ContentOf(int id) => id < 0 ? Inputs.Content(id) : Stage(id).Content;
}
