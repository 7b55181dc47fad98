using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>An observer that does nothing. Emitted code is specialized for it if a run is not observed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Observers are not compared.
public readonly struct NoObserver : IRunObserver
#pragma warning restore CA1815
{
    /// <inheritdoc />
    public void Observe(in RunEvent runEvent) { }
}
