using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace Sluice.FunctionalTests.Observing;

/// <summary>Listens to the event source for failures of observers of one type.</summary>
internal sealed class ToldFailures(string observer) : EventListener
{
    private readonly ConcurrentQueue<string> _told = new();

    /// <summary>Returns the recorded messages and clears them.</summary>
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
        // The base class may call this method before the fields are initialized.
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
