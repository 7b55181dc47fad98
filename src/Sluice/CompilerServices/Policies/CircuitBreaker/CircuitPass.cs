using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>
/// A call that a circuit has let through. It tells the circuit how the call has ended, and is not heard any more once the circuit has
/// opened or closed in between.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Nobody compares two of them.
public readonly struct CircuitPass
#pragma warning restore CA1815
{
    private readonly CircuitBreaker _circuit;
    private readonly TimeProvider _time;
    private readonly long _word;

    internal CircuitPass(CircuitBreaker circuit, TimeProvider time, long word) =>
        (_circuit, _time, _word) = (circuit, time, word);

    /// <summary>The call has succeeded.</summary>
    public void Succeeded() => _circuit.Succeeded(_word, _time);

    /// <summary>The call has failed.</summary>
    /// <param name="exception">What it failed with.</param>
    public void Failed(Exception exception) => _circuit.Failed(_word, _time, exception);

    /// <summary>The call was cancelled, which counts neither way. Where it was to decide, the next call decides.</summary>
    public void Abandoned() => _circuit.Abandoned(_word);
}
