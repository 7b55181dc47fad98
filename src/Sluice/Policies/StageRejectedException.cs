namespace Sluice;

/// <summary>
/// A stage was not called, as too many calls of it wait already, or, a <see cref="CircuitOpenException"/>, as its circuit is open.
/// </summary>
public class StageRejectedException : Exception
{
    /// <summary>Makes the exception.</summary>
    public StageRejectedException()
        : this("Too many calls of the stage wait already.") { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    public StageRejectedException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What it was caused by.</param>
    public StageRejectedException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>The name of the stage.</summary>
    public string Stage { get; init; } = "";

    /// <summary>
    /// How long it is until a call may be let through, or <see langword="null"/> where that is not known, as it depends on how calls end
    /// that are under way, or on who resets a circuit.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }
}
