using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>A stage of an <see cref="EntryPointGraph"/>.</summary>
/// <param name="Stage">The index of the stage in the model.</param>
/// <param name="Arguments">What each parameter is bound to, in order.</param>
/// <param name="Predecessors">
/// The stages that must have ended before it starts, for their value or because <c>[After]</c> says so: positions in
/// <see cref="EntryPointGraph.Stages"/>, ascending, once each.
/// </param>
internal sealed record BoundStage(int Stage, EquatableArray<Binding> Arguments, EquatableArray<int> Predecessors)
{
    /// <summary>
    /// Those of the <see cref="Predecessors"/> that are only later sources of merges: where one before them has a value, the stage
    /// does not wait for them.
    /// </summary>
    public EquatableArray<int> LaterSources { get; init; }

    /// <summary>The stages of which it is proved that none runs in a run in which this one does, ascending.</summary>
    public EquatableArray<int> Excludes { get; init; }

    /// <summary>Its own conditions, all of which must hold.</summary>
    public EquatableArray<BoundCondition> Conditions { get; init; }

    /// <summary>
    /// When its output is needed: where one of the terms holds. Empty where it always is. The stages that the terms ask are among
    /// the <see cref="Predecessors"/>.
    /// </summary>
    public EquatableArray<DemandTerm> Demand { get; init; }

    /// <summary>Whether only stages take its output that can never run, so that it does not run either.</summary>
    public bool IsNeverNeeded { get; init; }

    /// <summary>
    /// What it needs a value of and what may have none although its conditions hold: stages, inputs and merges, once each.
    /// </summary>
    public EquatableArray<Binding> Requirements { get; init; }

    /// <summary>Whether it may end without a value although nothing has failed, or is skipped after a failure that is handled.</summary>
    public bool MayBeAbsent { get; init; }

    /// <summary>
    /// Whether its failure is no failure of the run, as everything that would need its output, directly or not, takes an outcome.
    /// </summary>
    public bool FailureIsHandled { get; init; }

    /// <summary>Of a stage that runs for each element, in which form those who take its results take each.</summary>
    public ValueForm ResultForm { get; init; }

    /// <summary>Whether it may end later than its call returns.</summary>
    public bool IsAsynchronous { get; init; }

    /// <summary>
    /// Of a guard that runs others again, the positions of those that run again, the guard among them: the one that it names first, then
    /// the others, ascending. They are all stages on a path from the first to the guard. Otherwise empty.
    /// </summary>
    public EquatableArray<int> GuardedRegion { get; init; }

    /// <summary>
    /// Of any guard, the positions of what it guards and of what lies between, the guard among them, ascending. Every other stage that
    /// depends on one of them has the guard among its <see cref="Predecessors"/>. Otherwise empty.
    /// </summary>
    public EquatableArray<int> GuardedStages { get; init; }

    /// <summary>
    /// Where a run goes on after failures, the positions of the guards without which it must not run: it takes a value that they guard.
    /// Otherwise empty, as a guard that does not pass ends the run.
    /// </summary>
    public EquatableArray<int> WaitsForGuards { get; init; }

    /// <summary>When it runs, for the graph: <c>Route is Question</c>. <see langword="null"/> where it always does.</summary>
    public string? ConditionText { get; init; }
}
