namespace Sluice.JsonLines;

/// <summary>The line of a run.</summary>
internal sealed class RunLine() : WideLine("run")
{
    public string Status { get; set; } = "";

    public DateTimeOffset? StartedAt { get; set; }

    public double? DurationMs { get; set; }

    public int StagesCompleted { get; set; }

    public int StagesSkipped { get; set; }

    public int StagesFailed { get; set; }

    public int StagesCancelled { get; set; }

    /// <summary>The number of stages that were called and have not ended.</summary>
    public int? StagesUnfinished { get; set; }

    /// <summary>The number of attempts that were followed by another.</summary>
    public int Retries { get; set; }

    /// <summary>The total delay between attempts of stages, in milliseconds.</summary>
    public double RetryDelayMs { get; set; }

    /// <summary>The number of completed compensations, or <see langword="null"/> if none started.</summary>
    public int? CompensationsCompleted { get; set; }

    /// <summary>The number of failed compensations, or <see langword="null"/> if none started.</summary>
    public int? CompensationsFailed { get; set; }

    /// <summary>The name of the stage that failed first.</summary>
    public string? FailedStage { get; set; }

    public string? ErrorType { get; set; }

    public string? ErrorMessage { get; set; }

    public string? Reason { get; set; }

    /// <summary>
    /// The number of events of the run that did not arrive, or <see langword="null"/> if none is missing.
    /// </summary>
    public long? EventsMissing { get; set; }

    /// <inheritdoc />
    public override void Clear()
    {
        base.Clear();
        (Status, StartedAt, DurationMs) = ("", null, null);
        (StagesCompleted, StagesSkipped, StagesFailed, StagesCancelled, StagesUnfinished) = (0, 0, 0, 0, null);
        (Retries, RetryDelayMs, FailedStage) = (0, 0, null);
        (CompensationsCompleted, CompensationsFailed) = (null, null);
        (ErrorType, ErrorMessage, Reason, EventsMissing) = (null, null, null, null);
    }
}
