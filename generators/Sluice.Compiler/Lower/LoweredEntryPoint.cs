using Sluice.Compiler.Model;

namespace Sluice.Compiler.Lower;

/// <summary>The program of one entry point.</summary>
/// <param name="Declaration">The entry point as it was written.</param>
/// <param name="Shape">Where the run lives and how its stages follow one another.</param>
/// <param name="Run">The properties that all runs share.</param>
/// <param name="Stages">The stages, by their places.</param>
/// <param name="Schedule">The stages in the order in which they start if each completes at once.</param>
/// <param name="Outputs">The values that the outputs are taken from.</param>
/// <param name="RouteInputs">
/// The inputs whose value, or its type, decides which stages run. The run refuses a value without a branch by definition.
/// </param>
/// <param name="Edges">The edges of the graph as data.</param>
internal sealed record LoweredEntryPoint(
    EntryPointModel Declaration,
    RunShape Shape,
    RunTraits Run,
    IReadOnlyList<LoweredStage> Stages,
    IReadOnlyList<LoweredStage> Schedule,
    IReadOnlyList<TakenValue> Outputs,
    IReadOnlyList<RouteInput> RouteInputs,
    IReadOnlyList<LoweredEdge> Edges
)
{
    /// <summary>The slots of all stages that hold what a run knows of them, by place.</summary>
    public IEnumerable<Slot> ValueSlots => Stages.SelectMany(stage => stage.ValueSlots);

    /// <summary>The slots of a kind by which a run keeps track of its stages, by place.</summary>
    public IEnumerable<Slot> ControlSlots(params SlotKind[] kinds) =>
        Stages.SelectMany(stage => stage.ControlSlots).Where(slot => kinds.Contains(slot.Kind));

    /// <summary>The stage at a place.</summary>
    public LoweredStage At(Place place) => Stages[place.Value];
}
