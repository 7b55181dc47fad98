namespace Sluice;

/// <summary>Events that a <see cref="RunEventSink"/> hands to its consumer.</summary>
#pragma warning disable CA1815 // Nobody compares two of them.
public readonly struct SinkBatch
#pragma warning restore CA1815
{
    internal SinkBatch(ReadOnlyMemory<RunEvent> events, long dropped, long lost, int attempt)
    {
        Events = events;
        Dropped = dropped;
        Lost = lost;
        Attempt = attempt;
    }

    /// <summary>
    /// The events, in the order in which they were reported. The memory is used again as soon as the consumer's task has ended; the
    /// events themselves may be kept. Empty only in the last batch, where events were dropped after the one before.
    /// </summary>
    public ReadOnlyMemory<RunEvent> Events { get; }

    /// <summary>How many events were dropped for want of room since the batch before.</summary>
    public long Dropped { get; }

    /// <summary>How many events the consumer has failed to take for good since it last took a batch.</summary>
    public long Lost { get; }

    /// <summary>How often the consumer has been called with this batch, this call included: more than 1 where it failed before.</summary>
    public int Attempt { get; }
}
