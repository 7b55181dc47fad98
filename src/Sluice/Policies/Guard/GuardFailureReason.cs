namespace Sluice;

/// <summary>Why a guard made no further attempt.</summary>
public enum GuardFailureReason
{
    /// <summary>It declares no retry, or the run was over: it was cancelled, or another stage had failed.</summary>
    NotRetried,

    /// <summary>It has not passed in any of the attempts that it allows.</summary>
    AttemptsExhausted,

    /// <summary>The retried stage gave the same value as in the attempt before.</summary>
    NoProgress,

    /// <summary>The time for attempts is up.</summary>
    TimedOut,
}
