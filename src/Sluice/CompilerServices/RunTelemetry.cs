using System.ComponentModel;
using System.Diagnostics;

namespace Sluice.CompilerServices;

/// <summary>Makes spans and metrics of a run. Emitted code uses it where <see cref="TelemetryAttribute"/> asks for it and somebody listens.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Nobody compares two of them.
public readonly struct RunTelemetry : IRunObserver
#pragma warning restore CA1815
{
    private static readonly ActivitySource Source = new(
        "Sluice",
        typeof(RunTelemetry).Assembly.GetName().Version?.ToString(3)
    );

    /// <summary>Whether anybody listens to spans or metrics.</summary>
    public static bool IsEnabled => Source.HasListeners();

    /// <summary>Begins the telemetry of a run, which hands its events to it.</summary>
    /// <returns>The observer.</returns>
    public static RunTelemetry Start() => default;

    /// <inheritdoc />
    public void Observe(in RunEvent runEvent) { }
}
