namespace Sluice;

/// <summary>What happened in a run.</summary>
public enum RunEventKind
{
    /// <summary>The run started. The first event of every run.</summary>
    RunStarted,

    /// <summary>What a stage waits for has settled.</summary>
    StageReady,

    /// <summary>A stage was called for the first time, or again as a guard has not passed.</summary>
    StageStarted,

    /// <summary>
    /// An attempt of a stage failed and another follows. Of a guard: all that it guards runs again, and the guard itself is started
    /// anew when that has ended. If the run ends before, the guard has failed with what it had found.
    /// </summary>
    StageRetrying,

    /// <summary>A stage told how far it is.</summary>
    StageProgressed,

    /// <summary>A stage published something of its own.</summary>
    StagePublished,

    /// <summary>A stage ended well.</summary>
    StageCompleted,

    /// <summary>A stage was not run, or said itself that it has nothing.</summary>
    StageSkipped,

    /// <summary>A stage failed.</summary>
    StageFailed,

    /// <summary>A stage was cancelled while it was under way.</summary>
    StageCancelled,

    /// <summary>The run has ended. The last event of every run.</summary>
    RunCompleted,

    /// <summary>
    /// What undoes a stage that has ended well, as <see cref="CompensateAttribute"/> says, is about to be called: the run fails, or is
    /// cancelled. It comes after all stages have ended and before <see cref="RunCompleted"/>. Stages are undone one after the other, the
    /// last that ended first; one that a guard has run again, once for each time that it ended well.
    /// </summary>
    CompensationStarted,

    /// <summary>A stage was undone.</summary>
    CompensationCompleted,

    /// <summary>
    /// What undoes a stage has failed. The run ends with what it would have ended with, and the failure is one of
    /// <see cref="RunFailure.FurtherFailures"/>.
    /// </summary>
    CompensationFailed,
}
