namespace Sluice.DifferentialTests.Recovery.Probing;

/// <summary>The kinds of entries in the trace of a trial.</summary>
public enum TrialEvent
{
    Started,
    Completed,

    /// <summary>A guard has not let pass.</summary>
    Refused,
    Failed,
    CancelledByToken,
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
