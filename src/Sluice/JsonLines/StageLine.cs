namespace Sluice.JsonLines;

/// <summary>The line of a stage.</summary>
internal sealed class StageLine() : WideLine("stage")
{
    public string Stage { get; set; } = "";

    /// <summary>The index of the stage in the run's report.</summary>
    public int StageIndex { get; set; }

    public string Status { get; set; } = "";

    /// <summary>The time of the first call.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>
    /// The duration of the stage in milliseconds, including the delays between attempts. If a guard made it run again,
    /// all rounds count.
    /// </summary>
    public double? DurationMs { get; set; }

    /// <summary>
    /// The number of attempts. For a stage that runs for each element, one more than the number of repeated attempts.
    /// </summary>
    public int Attempts { get; set; }

    /// <summary>The number of starts, if a guard made the stage run again.</summary>
    public int? Rounds { get; set; }

    public int? Retries { get; set; }

    /// <summary>The total delay between attempts, in milliseconds.</summary>
    public double? RetryDelayMs { get; set; }

    /// <summary>The type of the failure of the last attempt that was followed by another.</summary>
    public string? RetryErrorType { get; set; }

    public string? RetryErrorMessage { get; set; }

    public int? OutputSize { get; set; }

    public string? ErrorType { get; set; }

    public string? ErrorMessage { get; set; }

    public string? Reason { get; set; }

    /// <summary>The last reported progress, from 0 to 1.</summary>
    public double? Progress { get; set; }

    public string? ProgressMessage { get; set; }

    /// <summary>The number of published events. The next property is their total size, as far as it is known.</summary>
    public int? Published { get; set; }

    public long? PublishedSize { get; set; }

    /// <summary>The name of the last published event.</summary>
    public string? PublishedName { get; set; }

    /// <summary>The status of the compensation, or <see langword="null"/> if none started.</summary>
    public string? Compensation { get; set; }

    /// <summary>
    /// The number of compensations, if there is more than one because a guard made the stage run again.
    /// </summary>
    public int? Compensations { get; set; }

    /// <summary>The total duration of the compensations, in milliseconds.</summary>
    public double? CompensationDurationMs { get; set; }

    /// <summary>The type of the last failure of a compensation.</summary>
    public string? CompensationErrorType { get; set; }

    public string? CompensationErrorMessage { get; set; }

    /// <inheritdoc />
    public override void Clear()
    {
        base.Clear();
        (Stage, StageIndex, Status, StartedAt, DurationMs) = ("", 0, "", null, null);
        (Attempts, Rounds, Retries, RetryDelayMs, RetryErrorType, RetryErrorMessage) = (
            0,
            null,
            null,
            null,
            null,
            null
        );
        (OutputSize, ErrorType, ErrorMessage, Reason) = (null, null, null, null);
        (Progress, ProgressMessage, Published, PublishedSize, PublishedName) = (null, null, null, null, null);
        (Compensation, Compensations, CompensationDurationMs) = (null, null, null);
        (CompensationErrorType, CompensationErrorMessage) = (null, null);
    }
}
