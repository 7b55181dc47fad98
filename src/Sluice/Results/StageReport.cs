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
);
