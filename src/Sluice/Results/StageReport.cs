using System.Globalization;

namespace Sluice;

/// <summary>Describes how far one stage got in a run.</summary>
/// <param name="Name">The name of the stage, as <see cref="PipelineGraph"/> shows it.</param>
/// <param name="Status">The status of the stage.</param>
/// <param name="Duration">
/// The time between the start and the end of the stage, or <see langword="null"/> if the stage did not start or
/// durations were not measured. They are measured only if the entry point returns a <see cref="PipelineResult{T}"/>.
/// </param>
/// <param name="Attempts">
/// The number of attempts, or 0 if the stage did not start. An attempt whose delay was still running when the stage
/// ended counts too. If the stage runs for each element, the number is one more than the number of repeated attempts
/// over all elements. If a guard made the stage run again and the run ended before it restarted, the status is
/// <see cref="StageStatus.NotStarted"/> and the number counts the earlier attempts.
/// </param>
/// <param name="Error">The failure or cancellation of the stage, or <see langword="null"/>.</param>
/// <param name="Reason">The reason for the skip, or <see langword="null"/> if the stage was not skipped.</param>
public sealed record StageReport(
    string Name,
    StageStatus Status,
    TimeSpan? Duration,
    int Attempts,
    Exception? Error,
    string? Reason
)
{
    /// <summary>
    /// Returns one line of text, the same in every culture: the name, the status, the duration and the number of attempts
    /// if they are known, and the exception or the reason of a skip, as in
    /// <c>Save: failed in 20.5 ms after 3 attempts: IOException: The disk is full</c>.
    /// </summary>
    /// <returns>A text that describes the stage.</returns>
    public override string ToString()
    {
        var duration = Duration is { } time ? $" in {Text(time)}" : "";
        var attempts = Attempts > 1 ? string.Create(CultureInfo.InvariantCulture, $" after {Attempts} attempts") : "";
        var detail =
            Status == StageStatus.Cancelled && Error is not null
                ? $": {LogText.Of(new Outcome(OutcomeStatus.Cancelled, Error).Reason)}"
            : Error is not null ? $": {LogText.Of(Error)}"
            : Reason is not null ? $": {LogText.Of(Reason)}"
            : "";
        return $"{LogText.Of(Name)}: {Text(Status)}{duration}{attempts}{detail}";
    }

    /// <summary>Returns a status in words.</summary>
    internal static string Text(StageStatus status) =>
        status switch
        {
            StageStatus.NotStarted => "not started",
            StageStatus.Completed => "completed",
            StageStatus.Skipped => "skipped",
            StageStatus.Failed => "failed",
            _ => "cancelled",
        };

    private static string Text(TimeSpan time) =>
        time < TimeSpan.FromSeconds(1)
            ? time.TotalMilliseconds.ToString("0.### ms", CultureInfo.InvariantCulture)
            : time.TotalSeconds.ToString("0.### s", CultureInfo.InvariantCulture);
}
