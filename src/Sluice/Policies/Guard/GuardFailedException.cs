namespace Sluice;

/// <summary>
/// The exception for a guard that did not pass when no further attempt is made. The inner exception is the exception
/// that the guard threw, if any.
/// </summary>
public sealed class GuardFailedException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="GuardFailedException"/> class.</summary>
    public GuardFailedException()
        : this("The guard did not pass.") { }

    /// <summary>Initializes a new instance of the <see cref="GuardFailedException"/> class with a message.</summary>
    /// <param name="message">The message that describes the error.</param>
    public GuardFailedException(string message)
        : base(message) { }

    /// <summary>
    /// Initializes a new instance of the <see cref="GuardFailedException"/> class with a message and an inner
    /// exception.
    /// </summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">
    /// The exception that the guard threw, or <see langword="null"/> if there is none.
    /// </param>
    public GuardFailedException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>The name of the guard.</summary>
    public string Guard { get; init; } = "";

    /// <summary>The reason why no further attempt is made.</summary>
    public GuardFailureReason Reason { get; init; }

    /// <summary>The number of attempts.</summary>
    public int Attempts { get; init; }
}
