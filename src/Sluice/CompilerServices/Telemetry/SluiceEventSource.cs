using System.Diagnostics.Tracing;

namespace Sluice.CompilerServices;

/// <summary>The event source <c>Sluice</c>, for failures that have no other place to be reported.</summary>
[EventSource(Name = "Sluice")]
internal sealed class SluiceEventSource : EventSource
{
    public static readonly SluiceEventSource Log = new();

    private SluiceEventSource() { }

    /// <summary>Reports that an observer threw and receives no further events of the run.</summary>
    [NonEvent]
    public void ObserverFailed(string pipeline, string entryPoint, string observer, Exception exception)
    {
        if (IsEnabled())
        {
            ObserverFailed(pipeline, entryPoint, observer, exception.ToString());
        }
    }

    /// <summary>Reports that a callback on the token of a timeout threw when the time was up.</summary>
    [NonEvent]
    public void CallbackFailed(Exception exception)
    {
        if (IsEnabled())
        {
            CallbackFailed(exception.ToString());
        }
    }

    /// <summary>Reports that the consumer of an event sink threw.</summary>
    [NonEvent]
    public void SinkConsumerFailed(int events, int attempt, bool isLost, Exception exception)
    {
        if (IsEnabled())
        {
            SinkConsumerFailed(events, attempt, isLost, exception.ToString());
        }
    }

    [Event(
        1,
        Level = EventLevel.Error,
        Message = "Observer {2} of a run of {0}.{1} threw and is not called again in that run: {3}"
    )]
    private void ObserverFailed(string pipeline, string entryPoint, string observer, string exception) =>
        WriteEvent(1, pipeline, entryPoint, observer, exception);

    [Event(
        2,
        Level = EventLevel.Error,
        Message = "A callback on the cancellation token of a stage that timed out threw: {0}"
    )]
    private void CallbackFailed(string exception) => WriteEvent(2, exception);

    [Event(
        3,
        Level = EventLevel.Error,
        Message = "The consumer of an event sink failed to take {0} events at attempt {1}; they are lost: {2}. {3}"
    )]
    private void SinkConsumerFailed(int events, int attempt, bool isLost, string exception) =>
        WriteEvent(3, events, attempt, isLost, exception);
}
