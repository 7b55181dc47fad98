namespace Sluice.DifferentialTests.Probing;

/// <summary>What an entry of a run's trace says.</summary>
public enum EventKind
{
    Started,
    Succeeded,
    Failed,
    CancelledByToken,

    /// <summary>The caller's token is about to be cancelled.</summary>
    CallerCancels,

    /// <summary>The test is about to complete a stage, and so nothing more happens by itself.</summary>
    Idle,
}
