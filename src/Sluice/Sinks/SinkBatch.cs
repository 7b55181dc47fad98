namespace Sluice;

/// <summary>Represents a batch of events that a <see cref="RunEventSink"/> passes to its consumer.</summary>
#pragma warning disable CA1815 // Batches are not compared.
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

    /// <summary>The events, in the order in which they were reported.</summary>
    /// <remarks>
    /// The memory is reused after the consumer's task completes; the events themselves may be kept. Only the last batch
    /// can be empty, if events were dropped after the previous batch.
    /// </remarks>
    public ReadOnlyMemory<RunEvent> Events { get; }

    /// <summary>The number of events dropped since the previous batch because the queue was full.</summary>
    public long Dropped { get; }

    /// <summary>
    /// The number of events lost since the consumer last processed a batch, because it failed in all attempts.
    /// </summary>
    public long Lost { get; }

    /// <summary>The number of this attempt to process the batch, starting with 1.</summary>
    public int Attempt { get; }
}
