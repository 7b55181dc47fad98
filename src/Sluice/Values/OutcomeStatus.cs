namespace Sluice;

/// <summary>What has become of the work that an <see cref="Outcome{T}"/> tells of.</summary>
public enum OutcomeStatus
{
    /// <summary>It was left out, with a reason. Also what an outcome is that nobody has given a value.</summary>
    Skipped,

    /// <summary>It produced a value.</summary>
    Succeeded,

    /// <summary>It failed with an exception.</summary>
    Failed,

    /// <summary>It was cancelled, or cancels the run that it is part of.</summary>
    Cancelled,

    /// <summary>It failed for now and asks to be tried again.</summary>
    Retry,
}
