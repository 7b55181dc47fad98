namespace Sluice;

/// <summary>A stage was not called, as its circuit is open. The inner exception is the last failure that counted.</summary>
public sealed class CircuitOpenException : StageRejectedException
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
}
