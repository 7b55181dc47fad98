namespace Sluice.CompilerServices.Telemetry;

/// <summary>
/// The names of the attributes of spans and metrics. Names without the prefix <c>sluice</c> come from OpenTelemetry's
/// conventions.
/// </summary>
internal static class AttributeNames
{
    public const string Pipeline = "sluice.pipeline";
    public const string EntryPoint = "sluice.entry_point";
    public const string RunId = "sluice.run.id";
    public const string ParentRunId = "sluice.run.parent_id";
    public const string RunStatus = "sluice.run.status";
    public const string CancellationReason = "sluice.cancellation.reason";
    public const string RequestId = "sluice.request.id";
    public const string TenantId = "sluice.tenant.id";
    public const string Stage = "sluice.stage";
    public const string StageStatus = "sluice.stage.status";
    public const string StageAttempt = "sluice.stage.attempt";
    public const string StageAttempts = "sluice.stage.attempts";
    public const string CompensationStatus = "sluice.compensation.status";
    public const string RetryDelay = "sluice.retry.delay";
    public const string SkipReason = "sluice.skip.reason";
    public const string User = "enduser.id";
    public const string Session = "session.id";
    public const string ErrorType = "error.type";
    public const string ExceptionType = "exception.type";
    public const string ExceptionMessage = "exception.message";
    public const string ExceptionStackTrace = "exception.stacktrace";
}
