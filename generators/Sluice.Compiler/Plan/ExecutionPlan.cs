using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Plan;

/// <summary>How one entry point is executed. Nothing is left to decide for Emit.</summary>
/// <param name="EntryPoint">The index of the entry point in the model.</param>
/// <param name="Lowering">The form in which it is compiled.</param>
/// <param name="Stages">
/// The stages in their static total order: whoever can start something starts the first of them that is ready.
/// </param>
/// <param name="Schedule">
/// The places of the stages in the order in which they start where each settles at once: the order, dependencies first.
/// </param>
/// <param name="Outputs">What the outputs are bound to; a stage by its place in the order.</param>
/// <param name="StartsSuspended">
/// Whether the run lives in its run object from the start. Otherwise it runs on the caller's stack until a stage does not complete
/// at once.
/// </param>
/// <param name="Suspensions">
/// Where a run that began on the caller's stack may be suspended, in order of the schedule. Empty where it starts suspended.
/// </param>
/// <param name="OwnsToken">Whether the run has a cancellation source of its own.</param>
/// <param name="OutputMayKeepToken">Whether an output could use the run's token after the run has ended.</param>
/// <param name="NeedsScope">Whether its stages share more than their values: the run's identity, its clock, what is called at its end.</param>
/// <param name="ContinuesOnFailure">Whether stages that do not need a failed one still run.</param>
internal sealed record ExecutionPlan(
    int EntryPoint,
    PlanLowering Lowering,
    EquatableArray<PlannedStage> Stages,
    EquatableArray<int> Schedule,
    EquatableArray<Binding> Outputs,
    bool StartsSuspended,
    EquatableArray<Suspension> Suspensions,
    bool OwnsToken,
    bool OutputMayKeepToken,
    bool NeedsScope,
    bool ContinuesOnFailure
)
{
    /// <summary>
    /// How many stages one method holds. The JIT's cost for each stage rises twenty-fold at a thousand in one method, and a ready
    /// set of 64 fits a register.
    /// </summary>
    public const int StagesPerSegment = 64;

    /// <summary>Whether the stages are cut into several methods.</summary>
    /// <remarks>What a guard runs again is a loop, which a straight line has in one method.</remarks>
    public bool IsSegmented => Stages.Count > StagesPerSegment && (Lowering != PlanLowering.StraightLine || !HasGuards);

    /// <summary>Whether there is a guard that has stages run again.</summary>
    public bool HasGuards => Stages.Any(stage => stage.Bound.GuardedRegion.Count > 0);

    /// <summary>The places of the guards that have the stage at a place run again.</summary>
    public IEnumerable<int> GuardsOf(int place) =>
        Enumerable.Range(0, Stages.Count).Where(guard => Stages[guard].Bound.GuardedRegion.Contains(place));

    /// <summary>Whether a stage has to be undone where the run fails.</summary>
    public bool Compensates { get; init; }

    /// <summary>The stream that is read while other stages are under way, or <see langword="null"/>.</summary>
    public PlannedStream? Stream { get; init; }

    /// <summary>How many have to end for the run to end: the stages that nothing waits for, and the stream that is read meanwhile.</summary>
    public int Ends => Stages.Count(stage => stage.IsEnd) + (Stream is null ? 0 : 1);
}
