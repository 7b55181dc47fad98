namespace Sluice;

/// <summary>Specifies the kind of a <see cref="RunEvent"/>.</summary>
public enum RunEventKind
{
    /// <summary>The run started. This is the first event of every run.</summary>
    RunStarted,

    /// <summary>All dependencies of a stage have settled.</summary>
    StageReady,

    /// <summary>A stage was called for the first time, or again because a guard did not pass.</summary>
    StageStarted,

    /// <summary>
    /// An attempt of a stage failed and another follows. For a guard, all stages that it guards run again, and the
    /// guard restarts after them; if the run ends before that, the guard fails with its earlier finding.
    /// </summary>
    StageRetrying,

    /// <summary>A stage reported progress.</summary>
    StageProgressed,

    /// <summary>A stage published an event of its own.</summary>
    StagePublished,

    /// <summary>A stage completed.</summary>
    StageCompleted,

    /// <summary>A stage did not run, or reported that it has no output.</summary>
    StageSkipped,

    /// <summary>A stage failed.</summary>
    StageFailed,

    /// <summary>A stage was cancelled while it was under way.</summary>
    StageCancelled,

    /// <summary>The run ended. This is the last event of every run.</summary>
    RunCompleted,

    /// <summary>
    /// The compensation of a completed stage is about to be called, because the run failed or was cancelled. See
    /// <see cref="CompensateAttribute"/>.
    /// </summary>
    /// <remarks>
    /// Compensations run after all stages have ended and before <see cref="RunCompleted"/>, one at a time, in reverse
    /// order of completion. A stage that a guard made run again is compensated once for each time that it completed.
    /// </remarks>
    CompensationStarted,

    /// <summary>The compensation of a stage completed.</summary>
    CompensationCompleted,

    /// <summary>
    /// The compensation of a stage failed. The run ends as it would have without this failure, which becomes one of the
    /// <see cref="RunFailure.FurtherFailures"/>.
    /// </summary>
    CompensationFailed,
}
