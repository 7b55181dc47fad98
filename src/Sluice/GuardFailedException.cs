namespace Sluice;

/// <summary>A guard has not passed, and no further attempt is made.</summary>
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
    /// <param name="innerException">What the guard failed with, where it failed.</param>
    public GuardFailedException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>The name of the guard.</summary>
    public string Guard { get; init; } = "";

    /// <summary>Why no further attempt is made.</summary>
    public GuardFailureReason Reason { get; init; }

    /// <summary>How many attempts there were.</summary>
    public int Attempts { get; init; }
}
