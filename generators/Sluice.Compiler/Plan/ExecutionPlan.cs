using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Plan;

/// <summary>The plan for executing one entry point. Emit has nothing left to decide.</summary>
/// <param name="EntryPoint">The index of the entry point in the model.</param>
/// <param name="Lowering">The form in which it is compiled.</param>
/// <param name="Stages">
/// The stages in their static total order. Whenever several stages are ready, the first of them in this order starts
/// first.
/// </param>
/// <param name="Schedule">
/// The places of the stages in the order in which they start if each settles at once: the static total order, adjusted
/// to dependencies.
/// </param>
/// <param name="Outputs">The bindings of the outputs. They refer to stages by their places in the order.</param>
/// <param name="StartsSuspended">
/// Whether the run uses its run object from the start. Otherwise it runs on the caller's stack until a stage does not
/// complete at once.
/// </param>
/// <param name="Suspensions">
/// The points at which a run that began on the caller's stack may be suspended, in order of the schedule. Empty if the
/// run starts suspended.
/// </param>
/// <param name="OwnsToken">Whether the run has a cancellation source of its own.</param>
/// <param name="OutputMayKeepToken">Whether an output could use the run's token after the run has ended.</param>
/// <param name="NeedsScope">
/// Whether the stages share more than their values: the run's identity, its clock, or clean-up at its end.
/// </param>
/// <param name="ContinuesOnFailure">Whether stages that do not depend on a failed one still run.</param>
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
    /// The maximum number of stages in one method. The JIT's cost per stage is twenty times as high in a method with a
    /// thousand stages, and a ready set of 64 stages fits a register.
    /// </summary>
    public const int StagesPerSegment = 64;

    /// <summary>Whether the stages are split into several methods.</summary>
    /// <remarks>
    /// Stages that run again form a loop, which a straight line must have in one method, and a sequential run, too.
    /// </remarks>
    public bool IsSegmented =>
        Stages.Count > StagesPerSegment && (Lowering == PlanLowering.Concurrent || !(HasGuards || HasLoops));

    /// <summary>Whether there is a loop.</summary>
    public bool HasLoops => Stages.Any(stage => stage.Bound.LoopBody.Count > 0);

    /// <summary>Returns whether a loop may run the stage at a place again.</summary>
    public bool IsInLoop(int place) => Stages.Any(stage => stage.Bound.LoopBody.Contains(place));

    /// <summary>Whether there is a guard that retries.</summary>
    public bool HasGuards => Stages.Any(stage => stage.Bound.GuardedRegion.Count > 0);

    /// <summary>Returns the places of the guards that repeat the stage at a place.</summary>
    public IEnumerable<int> GuardsOf(int place) =>
        Enumerable.Range(0, Stages.Count).Where(guard => Stages[guard].Bound.GuardedRegion.Contains(place));

    /// <summary>Whether a stage is compensated if the run fails.</summary>
    public bool Compensates { get; init; }

    /// <summary>
    /// The stream that is read while other stages are under way, or <see langword="null"/> if there is none.
    /// </summary>
    public PlannedStream? Stream { get; init; }

    /// <summary>
    /// The number of stages and streams that must end for the run to end: the stages that no other stage waits for, and
    /// the stream that is read meanwhile.
    /// </summary>
    public int Ends => Stages.Count(stage => stage.IsEnd) + (Stream is null ? 0 : 1);
}
