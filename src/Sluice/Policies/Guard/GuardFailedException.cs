namespace Sluice;

/// <summary>A guard has not passed, and no further attempt is made. If the guard threw, its exception is the inner exception.</summary>
public sealed class GuardFailedException : Exception
{
    /// <summary>Makes the exception.</summary>
    public GuardFailedException()
        : this("A guard has not passed.") { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    public GuardFailedException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The exception that the guard threw, or <see langword="null"/> if it threw none.</param>
    public GuardFailedException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>The name of the guard.</summary>
    public string Guard { get; init; } = "";

    /// <summary>Why no further attempt is made.</summary>
    public GuardFailureReason Reason { get; init; }

    /// <summary>How many attempts there were.</summary>
    public int Attempts { get; init; }
}
