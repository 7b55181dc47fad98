namespace Sluice;

/// <summary>What <see cref="WideEvents"/> keep to.</summary>
public sealed record WideEventOptions
{
    /// <summary>
    /// How many characters a text in a line has at most, 1 or more: what is longer is cut and ends in an ellipsis. That holds for
    /// messages, reasons, names and ids; baggage is written as it is.
    /// </summary>
    public int MaxTextLength { get; init; } = 4096;

    /// <summary>
    /// How many runs, of those told in batches, may have begun and not ended, 1 or more. Where there are more, the one that began first
    /// is written as unfinished, for its end may have been dropped.
    /// </summary>
    public int MaxOpenRuns { get; init; } = 8192;
}
