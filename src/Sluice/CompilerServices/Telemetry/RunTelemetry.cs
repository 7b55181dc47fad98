using System.ComponentModel;
using System.Runtime.CompilerServices;
using Sluice.CompilerServices.Telemetry;

namespace Sluice.CompilerServices;

/// <summary>
/// Makes spans and metrics of a run. Emitted code uses it where <see cref="TelemetryAttribute"/> asks for it and somebody listens.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Nobody compares two of them.
public readonly struct RunTelemetry : IRunObserver
#pragma warning restore CA1815
{
    private readonly RunTrace? _trace;

    private RunTelemetry(RunTrace trace) => _trace = trace;

    /// <summary>Whether anybody listens to spans or metrics.</summary>
    public static bool IsEnabled
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Instruments.HasListeners;
    }

    /// <summary>What it keeps of the run: the run reports to it at once where nobody else observes.</summary>
    internal RunTrace Trace => _trace!;

    /// <summary>Begins the telemetry of a run, which hands all its events to it.</summary>
    /// <returns>The observer. It is of use until the run has ended.</returns>
    public static RunTelemetry Start() => new(RunTrace.Rent());

    /// <inheritdoc />
    public void Observe(in RunEvent runEvent) => _trace?.Observe(in runEvent);
}
