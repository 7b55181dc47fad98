namespace Sluice;

/// <summary>Specifies why a guard makes no further attempt.</summary>
public enum GuardFailureReason
{
    /// <summary>The guard declares no retry, or the run was already cancelled or failed in another stage.</summary>
    NotRetried,

    /// <summary>The guard did not pass in any of its allowed attempts.</summary>
    AttemptsExhausted,

    /// <summary>The retried stage returned the same value as in the previous attempt.</summary>
    NoProgress,

    /// <summary>The time limit for attempts expired.</summary>
    TimedOut,
}
