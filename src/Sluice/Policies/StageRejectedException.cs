namespace Sluice;

/// <summary>
/// The exception for a stage that was not called because too many of its calls were already waiting. The derived
/// <see cref="CircuitOpenException"/> is for a stage that was not called because its circuit is open.
/// </summary>
public class StageRejectedException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="StageRejectedException"/> class.</summary>
    public StageRejectedException()
        : this("Too many calls of the stage are already waiting.") { }

    /// <summary>Initializes a new instance of the <see cref="StageRejectedException"/> class with a message.</summary>
    /// <param name="message">The message that describes the error.</param>
    public StageRejectedException(string message)
        : base(message) { }

    /// <summary>
    /// Initializes a new instance of the <see cref="StageRejectedException"/> class with a message and an inner
    /// exception.
    /// </summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or <see langword="null"/>.</param>
    public StageRejectedException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>The name of the stage.</summary>
    public string Stage { get; init; } = "";

    /// <summary>
    /// The time until a call may be allowed, or <see langword="null"/> if it is unknown because it depends on calls
    /// under way or on a manual reset of the circuit.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }
}
