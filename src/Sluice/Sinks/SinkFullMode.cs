namespace Sluice;

/// <summary>What a <see cref="RunEventSink"/> does with an event that it has no room for.</summary>
public enum SinkFullMode
{
    /// <summary>The run waits until there is room: nothing is lost, and runs are no faster than the consumer.</summary>
    Wait,

    /// <summary>The event is dropped and counted.</summary>
    DropNewest,

    /// <summary>The event that has waited longest is dropped and counted.</summary>
    DropOldest,
}
