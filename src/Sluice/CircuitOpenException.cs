namespace Sluice;

/// <summary>A stage was not called, as its circuit is open.</summary>
public sealed class CircuitOpenException : Exception
{
    /// <summary>Makes the exception.</summary>
    public CircuitOpenException()
        : this("The circuit is open.") { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    public CircuitOpenException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The failure that opened the circuit.</param>
    public CircuitOpenException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>The name of the stage.</summary>
    public string Stage { get; init; } = "";

    /// <summary>How long it is until a call is let through. Nothing where one is under way that decides.</summary>
    public TimeSpan RetryAfter { get; init; }
}
