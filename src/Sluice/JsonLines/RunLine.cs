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

    /// <summary>How many stages were called and have not ended.</summary>
    public int? StagesUnfinished { get; set; }

    /// <summary>How many attempts of stages another followed.</summary>
    public int Retries { get; set; }

    /// <summary>How long stages waited between attempts in all.</summary>
    public double RetryDelayMs { get; set; }

    /// <summary>How many times stages were undone, where there was anything to undo.</summary>
    public int? CompensationsCompleted { get; set; }

    /// <summary>How many times that failed.</summary>
    public int? CompensationsFailed { get; set; }

    /// <summary>The stage that failed first.</summary>
    public string? FailedStage { get; set; }

    public string? ErrorType { get; set; }

    public string? ErrorMessage { get; set; }

    public string? Reason { get; set; }

    /// <summary>How many events of the run have not come.</summary>
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
