using System.ComponentModel;
using System.Runtime.CompilerServices;
using Sluice.CompilerServices.Telemetry;

namespace Sluice.CompilerServices;

/// <summary>
/// Creates spans and metrics for a run. Emitted code uses it if <see cref="TelemetryAttribute"/> is present and there
/// is a listener.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Observers are not compared.
public readonly struct RunTelemetry : IRunObserver
#pragma warning restore CA1815
{
    private readonly RunTrace? _trace;

    private RunTelemetry(RunTrace trace) => _trace = trace;

    /// <summary>Whether spans or metrics have a listener.</summary>
    public static bool IsEnabled
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Instruments.HasListeners;
    }

    /// <summary>The state of the run. The run reports to it directly if telemetry is its only observer.</summary>
    internal RunTrace Trace => _trace!;

    /// <summary>Begins the telemetry of a run. The run must pass all its events to it.</summary>
    /// <returns>The observer. It is valid until the run has ended.</returns>
    public static RunTelemetry Start() => new(RunTrace.Rent());

    /// <inheritdoc />
    public void Observe(in RunEvent runEvent) => _trace?.Observe(in runEvent);
}
