namespace Sluice;

/// <summary>How far a stage got in a run.</summary>
public enum StageStatus
{
    /// <summary>It did not start, since the run had failed or was cancelled before.</summary>
    NotStarted,

    /// <summary>It ended and produced what it produces.</summary>
    Completed,

    /// <summary>It did not run, or ran and produced nothing, for a reason that is no failure of its own.</summary>
    Skipped,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It was cancelled while it was under way, or it cancelled the run.</summary>
    Cancelled,
}
