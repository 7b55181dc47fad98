using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Plan;

/// <summary>A stage at its place in the static total order.</summary>
/// <param name="Bound">The bound stage. It refers to stages by their places in the order.</param>
/// <param name="WaitsFor">
/// The predecessors that no other predecessor waits for: when they have ended, all have. (They form the transitive
/// reduction of the graph.)
/// </param>
/// <param name="Releases">The places of the stages whose <c>WaitsFor</c> contains this one, ascending.</param>
/// <param name="KeepsFailure">
/// Whether the run continues after its failure, which is kept for stages and outputs that take it.
/// </param>
internal sealed record PlannedStage(
    BoundStage Bound,
    EquatableArray<int> WaitsFor,
    EquatableArray<int> Releases,
    bool KeepsFailure
)
{
    /// <summary>The index of the stage in the model.</summary>
    public int Stage => Bound.Stage;

    /// <summary>The bindings of its parameters. They refer to stages by their places in the order.</summary>
    public EquatableArray<Binding> Arguments => Bound.Arguments;

    /// <summary>The places of the stages that must have settled before it starts, ascending.</summary>
    public EquatableArray<int> Predecessors => Bound.Predecessors;

    /// <summary>Whether it may complete after its call has returned.</summary>
    public bool IsAsynchronous => Bound.IsAsynchronous;

    /// <summary>Whether it may settle without a value while the run continues, so a reason must be kept.</summary>
    public bool MayBeAbsent => Bound.MayBeAbsent || KeepsFailure;

    /// <summary>Whether it may be decided before its start that it does not run.</summary>
    public bool MayBeSkipped =>
        Bound.IsNeverNeeded
        || Bound.Conditions.Count + Bound.Demand.Count + Bound.Requirements.Count + Refusals.Count > 0;

    /// <summary>The guards that may prevent it from running.</summary>
    public EquatableArray<PlannedRefusal> Refusals { get; init; }

    /// <summary>
    /// The merges that it waits for in addition to <see cref="WaitsFor"/>, each until the source that provides the
    /// value is known.
    /// </summary>
    public EquatableArray<PlannedMerge> Merges { get; init; }

    /// <summary>The number of stages and merges that it waits for.</summary>
    public int Waiting => WaitsFor.Count + Merges.Count;

    /// <summary>
    /// Whether it waits for several stages or merges, so the last of them to settle must be detected.
    /// </summary>
    public bool IsJoin => Waiting > 1;

    /// <summary>The time at which its output is disposed of.</summary>
    public PlannedDisposal Disposal { get; init; }

    /// <summary>Whether no stage waits for it. The run ends with the last of these stages.</summary>
    public bool IsEnd => Releases.Count == 0;
}
