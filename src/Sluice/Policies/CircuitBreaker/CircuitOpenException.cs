namespace Sluice;

/// <summary>
/// The exception for a stage that was not called because its circuit is open. The inner exception is the last counted
/// failure.
/// </summary>
public sealed class CircuitOpenException : StageRejectedException
{
    /// <summary>Initializes a new instance of the <see cref="CircuitOpenException"/> class.</summary>
    public CircuitOpenException()
        : this("The circuit is open.") { }

    /// <summary>Initializes a new instance of the <see cref="CircuitOpenException"/> class with a message.</summary>
    /// <param name="message">The message that describes the error.</param>
    public CircuitOpenException(string message)
        : base(message) { }

    /// <summary>
    /// Initializes a new instance of the <see cref="CircuitOpenException"/> class with a message and an inner
    /// exception.
    /// </summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The failure that opened the circuit, or <see langword="null"/>.</param>
    public CircuitOpenException(string message, Exception? innerException)
        : base(message, innerException) { }
}
