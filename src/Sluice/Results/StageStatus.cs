namespace Sluice;

/// <summary>Specifies how far a stage got in a run.</summary>
public enum StageStatus
{
    /// <summary>The stage did not start because the run had already failed or been cancelled.</summary>
    NotStarted,

    /// <summary>The stage completed and produced its output.</summary>
    Completed,

    /// <summary>The stage did not run, or produced no output, for a reason other than its own failure.</summary>
    Skipped,

    /// <summary>The stage failed.</summary>
    Failed,

    /// <summary>The stage was cancelled while it was under way, or it cancelled the run.</summary>
    Cancelled,
}
