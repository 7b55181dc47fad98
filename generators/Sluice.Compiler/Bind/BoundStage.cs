using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>A stage of an <see cref="EntryPointGraph"/>.</summary>
/// <param name="Stage">The index of the stage in the model.</param>
/// <param name="Arguments">The bindings of its parameters, in declaration order.</param>
/// <param name="Predecessors">
/// The stages that must have completed before it starts, for their values or because of <c>[After]</c> or a guard:
/// positions in <see cref="EntryPointGraph.Stages"/>, ascending and distinct.
/// </param>
internal sealed record BoundStage(int Stage, EquatableArray<Binding> Arguments, EquatableArray<int> Predecessors)
{
    /// <summary>
    /// The <see cref="Predecessors"/> that are only later sources of merges. The stage does not wait for them if an
    /// earlier source has a value.
    /// </summary>
    public EquatableArray<int> LaterSources { get; init; }

    /// <summary>The positions of the stages that provably never run in the same run as this one, ascending.</summary>
    public EquatableArray<int> Excludes { get; init; }

    /// <summary>Its own conditions, all of which must hold.</summary>
    public EquatableArray<BoundCondition> Conditions { get; init; }

    /// <summary>
    /// The terms of which one must hold for its output to be needed; empty if it is always needed. The stages that the
    /// terms refer to are among the <see cref="Predecessors"/>.
    /// </summary>
    public EquatableArray<DemandTerm> Demand { get; init; }

    /// <summary>
    /// Whether its output is taken only by stages that can never run, so it does not run either.
    /// </summary>
    public bool IsNeverNeeded { get; init; }

    /// <summary>
    /// The stages, inputs and merges that must provide a value for it and may not do so even if its conditions hold,
    /// each once.
    /// </summary>
    public EquatableArray<Binding> Requirements { get; init; }

    /// <summary>
    /// Whether it may complete without a value, either without any failure or because it is skipped after a handled
    /// failure.
    /// </summary>
    public bool MayBeAbsent { get; init; }

    /// <summary>
    /// Whether its failure does not fail the run, because everything that needs its output, directly or indirectly,
    /// takes an outcome.
    /// </summary>
    public bool FailureIsHandled { get; init; }

    /// <summary>For a stage that runs for each element, the form in which its results are taken.</summary>
    public ValueForm ResultForm { get; init; }

    /// <summary>Whether it may complete after its call has returned.</summary>
    public bool IsAsynchronous { get; init; }

    /// <summary>
    /// For a guard that retries, the positions of the stages that run again: first the retried stage, then the others
    /// in ascending order, including the guard. They are all stages on a path from the retried stage to the guard.
    /// Empty for other stages.
    /// </summary>
    public EquatableArray<int> GuardedRegion { get; init; }

    /// <summary>
    /// For a decision, the positions of the stages that run in each round of its loop, including the decision, ascending.
    /// All others precede it. Empty for other stages.
    /// </summary>
    public EquatableArray<int> LoopBody { get; init; }

    /// <summary>
    /// The positions of the stages that may run again because of this one, a guard that retries or a decision; empty for
    /// other stages.
    /// </summary>
    public EquatableArray<int> RepeatedStages => GuardedRegion.Count > 0 ? GuardedRegion : LoopBody;

    /// <summary>
    /// For any guard, the positions of the guarded stages, of the stages in between and of the guard itself, ascending.
    /// Every other stage that depends on one of them has the guard among its <see cref="Predecessors"/>. Empty for
    /// other stages.
    /// </summary>
    public EquatableArray<int> GuardedStages { get; init; }

    /// <summary>
    /// If runs continue after failures, the positions of the guards of the values that it takes; it must not run unless
    /// they pass. Otherwise empty, since a guard that does not pass ends the run.
    /// </summary>
    public EquatableArray<int> WaitsForGuards { get; init; }

    /// <summary>
    /// The condition under which it runs, for the graph: <c>Route is Question</c>. <see langword="null"/> if it always
    /// runs.
    /// </summary>
    public string? ConditionText { get; init; }
}
