using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Sluice.Tests.Shared.Telemetry;

/// <summary>Listens to the instruments of the meter <c>Sluice</c> and records their measurements.</summary>
internal sealed class RecordedMetrics : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<Measurement> _measurements = new();

    public RecordedMetrics(Func<Instrument, bool>? isWanted = null)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Sluice" && isWanted?.Invoke(instrument) != false)
            {
                Instruments.Enqueue(instrument);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>The instruments to which this object listens.</summary>
    public ConcurrentQueue<Instrument> Instruments { get; } = new();

    /// <summary>All measurements.</summary>
    public IReadOnlyList<Measurement> All => [.. _measurements];

    /// <summary>The measurements of the named instrument.</summary>
    public IReadOnlyList<Measurement> this[string instrument] =>
        [.. _measurements.Where(measurement => measurement.Instrument == instrument)];

    public void Dispose() => _listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measurements.Enqueue(new Measurement(instrument.Name, value, tags.ToArray().ToDictionary()));
}
