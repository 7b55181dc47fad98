using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Plan;

/// <summary>A stage at its place in the static total order.</summary>
/// <param name="Bound">What was bound, with stages by their places in the order.</param>
/// <param name="WaitsFor">
/// Those of them that no other one waits for itself: when they have ended, all have (the transitive reduction of the graph).
/// </param>
/// <param name="Releases">The places of the stages that wait for it in that sense, ascending.</param>
/// <param name="KeepsFailure">Whether a run goes on after its failure, which is kept for those who ask for it.</param>
internal sealed record PlannedStage(
    BoundStage Bound,
    EquatableArray<int> WaitsFor,
    EquatableArray<int> Releases,
    bool KeepsFailure
)
{
    /// <summary>The index of the stage in the model.</summary>
    public int Stage => Bound.Stage;

    /// <summary>What each parameter is bound to; a stage by its place in the order.</summary>
    public EquatableArray<Binding> Arguments => Bound.Arguments;

    /// <summary>The places of the stages that must have settled before it starts, ascending.</summary>
    public EquatableArray<int> Predecessors => Bound.Predecessors;

    /// <summary>Whether it may end later than its call returns.</summary>
    public bool IsAsynchronous => Bound.IsAsynchronous;

    /// <summary>Whether it may settle without a value while the run goes on, so that a reason has to be kept.</summary>
    public bool MayBeAbsent => Bound.MayBeAbsent || KeepsFailure;

    /// <summary>Whether it is found out before it starts that it does not run.</summary>
    public bool MayBeSkipped =>
        Bound.IsNeverNeeded
        || Bound.Conditions.Count + Bound.Demand.Count + Bound.Requirements.Count + Refusals.Count > 0;

    /// <summary>The guards that may keep it from running.</summary>
    public EquatableArray<PlannedRefusal> Refusals { get; init; }

    /// <summary>The merges that it waits for beside <see cref="WaitsFor"/>, each until it is known which source is taken.</summary>
    public EquatableArray<PlannedMerge> Merges { get; init; }

    /// <summary>How many stages and merges it waits for.</summary>
    public int Waiting => WaitsFor.Count + Merges.Count;

    /// <summary>Whether it waits for several, so that the last of them to be settled has to be found out.</summary>
    public bool IsJoin => Waiting > 1;

    /// <summary>When what it produces is disposed of.</summary>
    public PlannedDisposal Disposal { get; init; }

    /// <summary>Whether nothing waits for it. The run ends with the last of these.</summary>
    public bool IsEnd => Releases.Count == 0;
}
