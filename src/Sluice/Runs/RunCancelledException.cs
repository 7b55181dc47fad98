namespace Sluice;

/// <summary>The exception that ends a run after one of its stages returned <see cref="Outcome.Cancel"/>.</summary>
public sealed class RunCancelledException : OperationCanceledException
{
    /// <summary>Initializes a new instance of the <see cref="RunCancelledException"/> class without a reason.</summary>
    public RunCancelledException()
        : this(Absence.WithoutReason) { }

    /// <summary>Initializes a new instance of the <see cref="RunCancelledException"/> class with a reason.</summary>
    /// <param name="reason">The reason for the cancellation.</param>
    public RunCancelledException(string reason)
        : base($"The run was cancelled: {reason}.") => Reason = reason;

    /// <summary>
    /// Initializes a new instance of the <see cref="RunCancelledException"/> class with a reason and an inner
    /// exception.
    /// </summary>
    /// <param name="reason">The reason for the cancellation.</param>
    /// <param name="innerException">The exception that led to the cancellation.</param>
    public RunCancelledException(string reason, Exception innerException)
        : base($"The run was cancelled: {reason}.", innerException) => Reason = reason;

    /// <summary>The reason for the cancellation, as given by the stage.</summary>
    public string Reason { get; }
}
