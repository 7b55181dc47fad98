using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Sluice.Benchmarks.Telemetry;

/// <summary>Listens to the spans and metrics of all contenders and only counts them.</summary>
internal sealed class Listeners : IDisposable
{
    private static readonly string[] Sources = ["Sluice", HandTraced.Name, BareSpans.Name];

    private readonly ActivityListener _spans;
    private readonly MeterListener _metrics = new();
    private long _spanCount;
    private long _tagCount;
    private long _measurementCount;

    public Listeners()
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = source => Sources.Contains(source.Name),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                _spanCount++;
                foreach (ref readonly var tag in span.EnumerateTagObjects())
                {
                    _tagCount++;
                }
            },
        };
        ActivitySource.AddActivityListener(_spans);
        _metrics.InstrumentPublished = static (instrument, listener) =>
        {
            if (Sources.Contains(instrument.Meter.Name))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _metrics.SetMeasurementEventCallback<long>((_, _, tags, _) => _measurementCount += 1 + tags.Length);
        _metrics.SetMeasurementEventCallback<double>((_, _, tags, _) => _measurementCount += 1 + tags.Length);
        _metrics.Start();
    }

    /// <summary>The number of spans, of attributes of spans, and of measurements with their attributes.</summary>
    public (long Spans, long Tags, long Measurements) Counts => (_spanCount, _tagCount, _measurementCount);

    public void Dispose()
    {
        _spans.Dispose();
        _metrics.Dispose();
    }
}
