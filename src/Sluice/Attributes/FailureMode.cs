namespace Sluice;

/// <summary>What the failure of a stage means for the rest of the run.</summary>
public enum FailureMode
{
    /// <summary>Nothing new starts, what is under way is cancelled and awaited, and the run ends with the first failure.</summary>
    FailFast,

    /// <summary>
    /// What needs the failed stage is skipped, everything else runs to its end, and then the run ends with the first failure.
    /// </summary>
    Continue,
}
