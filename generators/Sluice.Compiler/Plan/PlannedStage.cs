using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Plan;

/// <summary>A stage at its place in the static total order.</summary>
/// <param name="Stage">The index of the stage in the model.</param>
/// <param name="Arguments">What each parameter is bound to; a stage by its place in the order.</param>
/// <param name="Predecessors">The places of the stages that must have ended before it starts, ascending.</param>
/// <param name="WaitsFor">
/// Those of them that no other one waits for itself: when they have ended, all have (the transitive reduction of the graph).
/// </param>
/// <param name="Releases">The places of the stages that wait for it in that sense, ascending.</param>
/// <param name="IsAsynchronous">Whether it may end later than its call returns.</param>
internal sealed record PlannedStage(
    int Stage,
    EquatableArray<Binding> Arguments,
    EquatableArray<int> Predecessors,
    EquatableArray<int> WaitsFor,
    EquatableArray<int> Releases,
    bool IsAsynchronous
)
{
    /// <summary>Whether it waits for several stages, so that the last of them to end has to be found out.</summary>
    public bool IsJoin => WaitsFor.Count > 1;

    /// <summary>Whether nothing waits for it. The run ends with the last of these.</summary>
    public bool IsEnd => Releases.Count == 0;
}
