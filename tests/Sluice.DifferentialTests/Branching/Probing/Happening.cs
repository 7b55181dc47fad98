namespace Sluice.DifferentialTests.Branching.Probing;

/// <summary>What an entry of a run's trace says.</summary>
public enum Happening
{
    Started,
    Succeeded,
    Skipped,
    Failed,
    CancelledByToken,
    CancelledRun,
    CallerCancels,

    /// <summary>The test is about to complete a stage, and so nothing more happens by itself.</summary>
    Idle,
}
