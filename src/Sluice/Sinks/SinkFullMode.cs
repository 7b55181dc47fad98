namespace Sluice;

/// <summary>Specifies the behavior of a <see cref="RunEventSink"/> whose queue is full.</summary>
public enum SinkFullMode
{
    /// <summary>
    /// The run waits until there is room. No event is lost, and runs are no faster than the consumer.
    /// </summary>
    Wait,

    /// <summary>The new event is dropped and counted.</summary>
    DropNewest,

    /// <summary>The oldest queued event is dropped and counted.</summary>
    DropOldest,
}
