namespace Sluice;

/// <summary>
/// The exception for a stage that returned <see cref="Outcome.Retry"/> when no further attempt is made.
/// </summary>
public sealed class RetryRequestedException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="RetryRequestedException"/> class.</summary>
    public RetryRequestedException()
        : this("The stage requested a retry, but no further attempt is made.") { }

    /// <summary>Initializes a new instance of the <see cref="RetryRequestedException"/> class with a message.</summary>
    /// <param name="message">The message that describes the error.</param>
    public RetryRequestedException(string message)
        : base(message) { }

    /// <summary>
    /// Initializes a new instance of the <see cref="RetryRequestedException"/> class with a message and an inner
    /// exception.
    /// </summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The failure that the stage gave as its reason, or <see langword="null"/>.</param>
    public RetryRequestedException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>The delay that the stage requested.</summary>
    public TimeSpan RetryAfter { get; init; }
}
