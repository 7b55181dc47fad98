using Microsoft.Extensions.Logging;

namespace Sluice.Logging;

/// <summary>
/// The messages logged for runs. Event identifiers and names are stable. Callers check that the level is enabled.
/// </summary>
internal static partial class RunLog
{
    [LoggerMessage(
        EventId = 1,
        EventName = "RunStarted",
        SkipEnabledCheck = true,
        Message = "Run {RunId} of {Pipeline}.{EntryPoint} started"
    )]
    public static partial void RunStarted(
        ILogger logger,
        LogLevel level,
        Guid runId,
        string pipeline,
        string entryPoint
    );

    [LoggerMessage(
        EventId = 2,
        EventName = "RunSucceeded",
        SkipEnabledCheck = true,
        Message = "Run {RunId} of {Pipeline}.{EntryPoint} succeeded in {DurationMs} ms"
    )]
    public static partial void RunSucceeded(
        ILogger logger,
        LogLevel level,
        Guid runId,
        string pipeline,
        string entryPoint,
        double durationMs
    );

    [LoggerMessage(
        EventId = 3,
        EventName = "RunFailed",
        SkipEnabledCheck = true,
        Message = "Run {RunId} of {Pipeline}.{EntryPoint} failed after {DurationMs} ms"
    )]
    public static partial void RunFailed(
        ILogger logger,
        LogLevel level,
        Exception? exception,
        Guid runId,
        string pipeline,
        string entryPoint,
        double durationMs
    );

    [LoggerMessage(
        EventId = 4,
        EventName = "RunCancelled",
        SkipEnabledCheck = true,
        Message = "Run {RunId} of {Pipeline}.{EntryPoint} was cancelled after {DurationMs} ms: {Reason}"
    )]
    public static partial void RunCancelled(
        ILogger logger,
        LogLevel level,
        Exception? exception,
        Guid runId,
        string pipeline,
        string entryPoint,
        double durationMs,
        string reason
    );

    [LoggerMessage(
        EventId = 11,
        EventName = "StageReady",
        SkipEnabledCheck = true,
        Message = "Stage {Stage} of run {RunId} of {Pipeline}.{EntryPoint} is ready"
    )]
    public static partial void StageReady(
        ILogger logger,
        LogLevel level,
        string stage,
        Guid runId,
        string pipeline,
        string entryPoint
    );

    [LoggerMessage(
        EventId = 12,
        EventName = "StageStarted",
        SkipEnabledCheck = true,
        Message = "Stage {Stage} of run {RunId} of {Pipeline}.{EntryPoint} started, attempt {Attempt}"
    )]
    public static partial void StageStarted(
        ILogger logger,
        LogLevel level,
        string stage,
        Guid runId,
        string pipeline,
        string entryPoint,
        int attempt
    );

    [LoggerMessage(
        EventId = 13,
        EventName = "StageRetrying",
        SkipEnabledCheck = true,
        Message = "Stage {Stage} of run {RunId} of {Pipeline}.{EntryPoint} failed at attempt {Attempt}; the next attempt follows in {RetryDelayMs} ms"
    )]
    public static partial void StageRetrying(
        ILogger logger,
        LogLevel level,
        Exception? exception,
        string stage,
        Guid runId,
        string pipeline,
        string entryPoint,
        int attempt,
        double retryDelayMs
    );

    [LoggerMessage(
        EventId = 14,
        EventName = "StageProgressed",
        SkipEnabledCheck = true,
        Message = "Stage {Stage} of run {RunId} of {Pipeline}.{EntryPoint} is at {Progress}: {ProgressMessage}"
    )]
    public static partial void StageProgressed(
        ILogger logger,
        LogLevel level,
        string stage,
        Guid runId,
        string pipeline,
        string entryPoint,
        double progress,
        string? progressMessage
    );

    [LoggerMessage(
        EventId = 15,
        EventName = "StagePublished",
        SkipEnabledCheck = true,
        Message = "Stage {Stage} of run {RunId} of {Pipeline}.{EntryPoint} published {PublishedName}"
    )]
    public static partial void StagePublished(
        ILogger logger,
        LogLevel level,
        string stage,
        Guid runId,
        string pipeline,
        string entryPoint,
        string? publishedName
    );

    [LoggerMessage(
        EventId = 16,
        EventName = "StageCompleted",
        SkipEnabledCheck = true,
        Message = "Stage {Stage} of run {RunId} of {Pipeline}.{EntryPoint} completed in {DurationMs} ms, attempt {Attempt}"
    )]
    public static partial void StageCompleted(
        ILogger logger,
        LogLevel level,
        string stage,
        Guid runId,
        string pipeline,
        string entryPoint,
        double durationMs,
        int attempt
    );

    [LoggerMessage(
        EventId = 17,
        EventName = "StageSkipped",
        SkipEnabledCheck = true,
        Message = "Stage {Stage} of run {RunId} of {Pipeline}.{EntryPoint} was skipped: {Reason}"
    )]
    public static partial void StageSkipped(
        ILogger logger,
        LogLevel level,
        string stage,
        Guid runId,
        string pipeline,
        string entryPoint,
        string? reason
    );

    [LoggerMessage(
        EventId = 18,
        EventName = "StageFailed",
        SkipEnabledCheck = true,
        Message = "Stage {Stage} of run {RunId} of {Pipeline}.{EntryPoint} failed after {DurationMs} ms, attempt {Attempt}"
    )]
    public static partial void StageFailed(
        ILogger logger,
        LogLevel level,
        Exception? exception,
        string stage,
        Guid runId,
        string pipeline,
        string entryPoint,
        double durationMs,
        int attempt
    );

    [LoggerMessage(
        EventId = 19,
        EventName = "StageCancelled",
        SkipEnabledCheck = true,
        Message = "Stage {Stage} of run {RunId} of {Pipeline}.{EntryPoint} was cancelled after {DurationMs} ms, attempt {Attempt}"
    )]
    public static partial void StageCancelled(
        ILogger logger,
        LogLevel level,
        Exception? exception,
        string stage,
        Guid runId,
        string pipeline,
        string entryPoint,
        double durationMs,
        int attempt
    );

    [LoggerMessage(
        EventId = 20,
        EventName = "CompensationStarted",
        SkipEnabledCheck = true,
        Message = "Stage {Stage} of run {RunId} of {Pipeline}.{EntryPoint} is about to be undone, attempt {Attempt}"
    )]
    public static partial void CompensationStarted(
        ILogger logger,
        LogLevel level,
        string stage,
        Guid runId,
        string pipeline,
        string entryPoint,
        int attempt
    );

    [LoggerMessage(
        EventId = 21,
        EventName = "CompensationCompleted",
        SkipEnabledCheck = true,
        Message = "Stage {Stage} of run {RunId} of {Pipeline}.{EntryPoint} was undone in {DurationMs} ms, attempt {Attempt}"
    )]
    public static partial void CompensationCompleted(
        ILogger logger,
        LogLevel level,
        string stage,
        Guid runId,
        string pipeline,
        string entryPoint,
        double durationMs,
        int attempt
    );

    [LoggerMessage(
        EventId = 22,
        EventName = "CompensationFailed",
        SkipEnabledCheck = true,
        Message = "Stage {Stage} of run {RunId} of {Pipeline}.{EntryPoint} could not be undone: its compensation failed after {DurationMs} ms, attempt {Attempt}"
    )]
    public static partial void CompensationFailed(
        ILogger logger,
        LogLevel level,
        Exception? exception,
        string stage,
        Guid runId,
        string pipeline,
        string entryPoint,
        double durationMs,
        int attempt
    );
}
