namespace Sluice;

/// <summary>A stage returned <see cref="Outcome.Retry"/>, and no further attempt is made.</summary>
public sealed class RetryRequestedException : Exception
{
    /// <summary>Makes the exception for a stage that asked to be tried again at once.</summary>
    public RetryRequestedException()
        : this("The stage asked to be tried again, and no further attempt is made.") { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    public RetryRequestedException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What the stage gave as its reason.</param>
    public RetryRequestedException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>How long the stage wanted to wait.</summary>
    public TimeSpan RetryAfter { get; init; }
}
