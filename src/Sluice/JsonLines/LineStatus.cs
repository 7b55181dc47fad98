namespace Sluice.JsonLines;

/// <summary>Maps the status of a stage or a run to its text in a line.</summary>
internal static class LineStatus
{
    private const string Unfinished = "unfinished";
    private const string Failed = "failed";
    private const string Cancelled = "cancelled";

    public static string Of(StageStatus? status) =>
        status switch
        {
            StageStatus.Completed => "completed",
            StageStatus.Skipped => "skipped",
            StageStatus.Failed => Failed,
            StageStatus.Cancelled => Cancelled,
            _ => Unfinished,
        };

    public static string Of(RunStatus status) =>
        status switch
        {
            RunStatus.Succeeded => "succeeded",
            RunStatus.Failed => Failed,
            RunStatus.Cancelled => Cancelled,
            _ => Unfinished,
        };
}
