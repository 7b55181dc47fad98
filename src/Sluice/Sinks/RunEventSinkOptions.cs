namespace Sluice;

/// <summary>Provides options for <see cref="RunEventSink"/>.</summary>
public sealed record RunEventSinkOptions
{
    /// <summary>The maximum number of queued events. Must be at least 1. The default is 8,192.</summary>
    public int Capacity { get; init; } = 8192;

    /// <summary>The behavior when the queue is full. The default is <see cref="SinkFullMode.Wait"/>.</summary>
    public SinkFullMode FullMode { get; init; }

    /// <summary>The maximum number of events in a batch. Must be at least 1. The default is 512.</summary>
    public int MaxBatchSize { get; init; } = 512;

    /// <summary>
    /// The maximum number of times that the consumer is called with the same batch if it fails. Must be at least 1. The
    /// default is 3.
    /// </summary>
    public int Attempts { get; init; } = 3;

    /// <summary>
    /// The delay before the consumer is called again with the same batch. Must not be negative. The default is one
    /// second.
    /// </summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The clock for the retry delay. The default is <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
