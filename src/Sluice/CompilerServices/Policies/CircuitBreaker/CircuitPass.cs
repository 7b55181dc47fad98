using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>
/// Represents a call that a circuit allowed, and reports its result to the circuit. The result is ignored if the
/// circuit has opened or closed in the meantime.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Passes are not compared.
public readonly struct CircuitPass
#pragma warning restore CA1815
{
    private readonly CircuitBreaker _circuit;
    private readonly TimeProvider _time;
    private readonly long _word;

    internal CircuitPass(CircuitBreaker circuit, TimeProvider time, long word) =>
        (_circuit, _time, _word) = (circuit, time, word);

    /// <summary>Reports that the call succeeded.</summary>
    public void Succeeded() => _circuit.Succeeded(_word, _time);

    /// <summary>Reports that the call failed.</summary>
    /// <param name="exception">The failure of the call.</param>
    public void Failed(Exception exception) => _circuit.Failed(_word, _time, exception);

    /// <summary>
    /// Reports that the call was cancelled, which counts neither as a success nor as a failure. If this call was to
    /// decide, the next call decides.
    /// </summary>
    public void Abandoned() => _circuit.Abandoned(_word);
}
