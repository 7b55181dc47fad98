namespace Sluice.DifferentialTests.Probing;

/// <summary>The kinds of entries in the trace of a run.</summary>
public enum Happening
{
    Started,
    Succeeded,
    Skipped,

    /// <summary>A guard has not let pass.</summary>
    Refused,
    Failed,
    CancelledByToken,
    CancelledRun,

    /// <summary>The caller's token is about to be cancelled.</summary>
    CallerCancels,
    CleanUpRegistered,
    CleanUpStarted,
    CleanUpEnded,
    CleanUpFailed,
    UndoStarted,
    UndoEnded,
    UndoFailed,

    /// <summary>The test is about to complete a call, so nothing more happens by itself.</summary>
    Idle,
}
