using System.Collections.Concurrent;
using System.Diagnostics;
using Xunit;

namespace Sluice.Tests.Shared.Telemetry;

/// <summary>Listens to the spans of the source <c>Sluice</c> and records those that have stopped.</summary>
internal sealed class RecordedSpans : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly ConcurrentQueue<Activity> _stopped = new();
    private int _started;

    public RecordedSpans(ActivitySamplingResult sampling = ActivitySamplingResult.AllDataAndRecorded)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Sluice",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => sampling,
            ActivityStarted = span =>
            {
                Interlocked.Increment(ref _started);
                Starting?.Invoke(span);
            },
            ActivityStopped = _stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>An additional callback for each span that starts.</summary>
    public Action<Activity>? Starting { get; set; }

    /// <summary>The spans that have stopped so far, in this order.</summary>
    public IReadOnlyList<Activity> Stopped => [.. _stopped];

    /// <summary>The spans in the order in which they stopped. All started spans must have stopped.</summary>
    public IReadOnlyList<Activity> All
    {
        get
        {
            Assert.Equal(Volatile.Read(ref _started), _stopped.Count);
            return [.. _stopped];
        }
    }

    /// <summary>The only span with that name.</summary>
    public Activity this[string name] => Assert.Single(All, span => span.OperationName == name);

    public void Dispose() => _listener.Dispose();
}
