using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace Sluice.FunctionalTests.Observing;

/// <summary>Listens to what the event source says of a type of observers that throw.</summary>
internal sealed class ToldFailures(string observer) : EventListener
{
    private readonly ConcurrentQueue<string> _told = new();

    /// <summary>What was said, and forgets it.</summary>
    public IReadOnlyList<string> Take()
    {
        var told = _told.ToArray();
        _told.Clear();
        return told;
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Sluice")
        {
            EnableEvents(eventSource, EventLevel.Error);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        // It may be called before the constructor has ended.
        if (
            eventData.EventName == "ObserverFailed"
            && eventData.Payload is [_, _, string name, string text]
            && name == observer
        )
        {
            _told?.Enqueue(text);
        }
    }
}
