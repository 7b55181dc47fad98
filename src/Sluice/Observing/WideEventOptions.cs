namespace Sluice;

/// <summary>Provides options for <see cref="WideEvents"/>.</summary>
public sealed record WideEventOptions
{
    /// <summary>
    /// The maximum number of characters of a message, reason, name or identifier in a line. Must be at least 1. The
    /// default is 4,096.
    /// </summary>
    /// <remarks>Longer texts are truncated and end in an ellipsis. Baggage is written in full.</remarks>
    public int MaxTextLength { get; init; } = 4096;

    /// <summary>
    /// The maximum number of unfinished runs whose events arrived in batches. Must be at least 1. The default is 8,192.
    /// </summary>
    /// <remarks>
    /// If there are more, the oldest run is written as unfinished, because its last event may have been dropped.
    /// </remarks>
    public int MaxOpenRuns { get; init; } = 8192;
}
