namespace Sluice;

/// <summary>A run was cancelled from within: a stage returned <see cref="Outcome.Cancel"/>.</summary>
public sealed class RunCancelledException : OperationCanceledException
{
    /// <summary>Makes the exception without a reason.</summary>
    public RunCancelledException()
        : this(Absence.WithoutReason) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="reason">Why the run was cancelled.</param>
    public RunCancelledException(string reason)
        : base($"The run was cancelled: {reason}.") => Reason = reason;

    /// <summary>Makes the exception.</summary>
    /// <param name="reason">Why the run was cancelled.</param>
    /// <param name="innerException">What led to it.</param>
    public RunCancelledException(string reason, Exception innerException)
        : base($"The run was cancelled: {reason}.", innerException) => Reason = reason;

    /// <summary>Why the run was cancelled, as the stage said it.</summary>
    public string Reason { get; }
}
