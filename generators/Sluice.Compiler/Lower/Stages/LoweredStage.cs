using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

namespace Sluice.Compiler.Lower;

/// <summary>A stage of a <see cref="LoweredEntryPoint"/>.</summary>
/// <param name="Place">Its place in the static total order.</param>
/// <param name="Index">Its index among the stages of the pipeline.</param>
/// <param name="Report">Its index in reports.</param>
/// <param name="Declaration">The stage as it was written.</param>
/// <param name="Call">How it is called.</param>
/// <param name="Output">The type of its output.</param>
/// <param name="Arguments">The source of each parameter, in order.</param>
internal sealed record LoweredStage(
    Place Place,
    StageIndex Index,
    ReportIndex Report,
    StageModel Declaration,
    CallShape Call,
    ValueTarget Output,
    IReadOnlyList<TakenValue> Arguments
)
{
    /// <summary>The steps of its life.</summary>
    public StageSteps Steps { get; init; } = new([], [], [], []);

    /// <summary>The slots that hold what a run knows of it.</summary>
    public IReadOnlyList<Slot> ValueSlots { get; init; } = [];

    /// <summary>The slots by which a run keeps track of it.</summary>
    public IReadOnlyList<Slot> ControlSlots { get; init; } = [];

    /// <summary>How it is decided whether it is skipped, or <see langword="null"/> if it never is.</summary>
    public SkipDecision? Skip { get; init; }

    /// <summary>The check of its output if other stages run by it, or <see langword="null"/>.</summary>
    public RouteCheck? Route { get; init; }

    /// <summary>Whether the run goes on after its failure.</summary>
    public bool KeepsFailure { get; init; }

    /// <summary>Whether its failure is no failure of the run, since everything that needs its output takes an outcome.</summary>
    public bool FailureIsHandled { get; init; }

    /// <summary>Whether it is a guard whose exception becomes a refusal.</summary>
    public bool Refuses { get; init; }

    /// <summary>The rounds of a guard that has stages run again, or <see langword="null"/>.</summary>
    public GuardRounds? Rounds { get; init; }

    /// <summary>The rounds of the loop that it decides, or <see langword="null"/>.</summary>
    public LoopRounds? Loop { get; init; }

    /// <summary>The decision of the innermost loop that runs it in rounds, or <see langword="null"/>.</summary>
    public Place? InnermostLoop { get; init; }

    /// <summary>The guards and decisions whose rounds begin with it in the schedule, the outer before the inner ones.</summary>
    public IReadOnlyList<Place> BeginsRoundsOf { get; init; } = [];

    /// <summary>The guards that limit the time of their rounds, which begins when it starts.</summary>
    public IReadOnlyList<Place> BeginsTimeOf { get; init; } = [];

    /// <summary>Whether a guard may have it run again.</summary>
    public bool IsInRounds { get; init; }

    /// <summary>Whether a loop may have it run again.</summary>
    public bool IsInLoop { get; init; }

    /// <summary>Whether a guard or a loop may have it run again.</summary>
    public bool IsRepeated => IsInRounds || IsInLoop;

    /// <summary>When its output is disposed of.</summary>
    public PlannedDisposal Disposal { get; init; }

    /// <summary>Whether its output is a stream.</summary>
    public bool IsStream { get; init; }

    /// <summary>Whether it gets the caller's token, since its stream is often read when the run's own token is over.</summary>
    public bool TakesCallerToken { get; init; }

    /// <summary>Whether the report tells how often it was called, although no guard has it run again.</summary>
    public bool CountsCalls { get; init; }

    /// <summary>The number of predecessors and merges that it waits for.</summary>
    public int Waiting { get; init; }

    /// <summary>The merges that it waits for.</summary>
    public IReadOnlyList<MergeCounter> Merges { get; init; } = [];

    /// <summary>Whether it waits for nothing.</summary>
    public bool IsReadyAtStart { get; init; }

    /// <summary>The consequences of its end in a concurrent run, in order.</summary>
    public IReadOnlyList<Release> Releases { get; init; } = [];

    /// <summary>The condition under which it runs, for the graph, or <see langword="null"/> if it always does.</summary>
    public string? ConditionText { get; init; }

    /// <summary>The part of the entry point's documentation that describes it.</summary>
    public StageDocumentation Documentation { get; init; } = new([], []);

    /// <summary>Its name.</summary>
    public string Name => Declaration.Name;

    /// <summary>Whether it has no output.</summary>
    public bool IsEffect => Declaration.IsEffect;

    /// <summary>Whether it waits for several, so that the last of them has to be found out.</summary>
    public bool IsJoin => Waiting > 1;

    /// <summary>Whether its end does more than to take its result and to release one other stage.</summary>
    public bool ResumesRun => Call.IsAwaited && !(Releases.Count == 1 && Releases[0] is ReleaseStage);

    /// <summary>Whether its failure in the round before is forgotten when it settles in this one.</summary>
    public bool ForgetsFailure => KeepsFailure && IsRepeated;

    /// <summary>Whether a run object keeps its output beside the awaiter of its task, since the task gives just that.</summary>
    public bool KeepsOutputInTask => Call.IsAwaited && !IsEffect && !Call.MayReturnReason && !IsStream && Loop is null;

    /// <summary>Whether a run has a slot of a kind for it.</summary>
    public bool Has(SlotKind kind) => ValueSlots.Concat(ControlSlots).Any(slot => slot.Kind == kind);
}
