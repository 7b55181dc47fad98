namespace Sluice;

/// <summary>Specifies the status of the work that an <see cref="Outcome{T}"/> describes.</summary>
public enum OutcomeStatus
{
    /// <summary>The work was skipped, with or without a reason. This is also the status of a default outcome.</summary>
    Skipped,

    /// <summary>The work produced a value.</summary>
    Succeeded,

    /// <summary>The work failed with an exception.</summary>
    Failed,

    /// <summary>The work was cancelled, or it cancels the run that it belongs to.</summary>
    Cancelled,

    /// <summary>The attempt failed, and the work asks for another attempt.</summary>
    Retry,
}
