namespace Sluice;

/// <summary>How a <see cref="RunEventSink"/> works.</summary>
public sealed record RunEventSinkOptions
{
    /// <summary>How many events it keeps until its consumer takes them: 1 or more.</summary>
    public int Capacity { get; init; } = 8192;

    /// <summary>What becomes of an event for which there is no room.</summary>
    public SinkFullMode FullMode { get; init; }

    /// <summary>How many events the consumer gets at once, at most: 1 or more.</summary>
    public int MaxBatchSize { get; init; } = 512;

    /// <summary>How often the consumer is called with one batch, at most: 1 or more. It is called again when it has failed.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>How long to wait before the consumer is called with the same batch again: 0 or more.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The clock of that wait.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
