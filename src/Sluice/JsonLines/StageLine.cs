namespace Sluice.JsonLines;

/// <summary>The line of a stage.</summary>
internal sealed class StageLine() : WideLine("stage")
{
    public string Stage { get; set; } = "";

    /// <summary>Its index in the run's report.</summary>
    public int StageIndex { get; set; }

    public string Status { get; set; } = "";

    /// <summary>When it was called for the first time.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>How long it was under way, with its waits between attempts: in all rounds, where a guard had it run again.</summary>
    public double? DurationMs { get; set; }

    /// <summary>How often it was called; of a stage with elements, one more than calls were made again.</summary>
    public int Attempts { get; set; }

    /// <summary>How often it was started, where a guard had it run again.</summary>
    public int? Rounds { get; set; }

    public int? Retries { get; set; }

    /// <summary>How long it waited between attempts in all.</summary>
    public double? RetryDelayMs { get; set; }

    /// <summary>What the last attempt failed with that another followed.</summary>
    public string? RetryErrorType { get; set; }

    public string? RetryErrorMessage { get; set; }

    public int? OutputSize { get; set; }

    public string? ErrorType { get; set; }

    public string? ErrorMessage { get; set; }

    public string? Reason { get; set; }

    /// <summary>How far it said that it was, last.</summary>
    public double? Progress { get; set; }

    public string? ProgressMessage { get; set; }

    /// <summary>How much it published, and of which size as far as that is known.</summary>
    public int? Published { get; set; }

    public long? PublishedSize { get; set; }

    /// <summary>The name of what it published last.</summary>
    public string? PublishedName { get; set; }

    /// <summary>Whether it was undone.</summary>
    public string? Compensation { get; set; }

    /// <summary>How often it was undone, where a guard had it run again.</summary>
    public int? Compensations { get; set; }

    /// <summary>How long that took in all.</summary>
    public double? CompensationDurationMs { get; set; }

    /// <summary>What that failed with, the last time that it did.</summary>
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
