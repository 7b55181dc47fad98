using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>Observes nothing: what emitted code is specialised for where nobody observes a run.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Nobody compares two of them.
public readonly struct NoObserver : IRunObserver
#pragma warning restore CA1815
{
    /// <inheritdoc />
    public void Observe(in RunEvent runEvent) { }
}
