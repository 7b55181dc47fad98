namespace Sluice;

/// <summary>What became of one stage in a run.</summary>
/// <param name="Name">The stage's name, as <see cref="PipelineGraph"/> shows it.</param>
/// <param name="Status">How far it got.</param>
/// <param name="Duration">
/// The time from its start to its end, or <see langword="null"/> where it did not start or nobody asked: only an entry point that
/// returns a <see cref="PipelineResult{T}"/> has it measured.
/// </param>
/// <param name="Attempts">
/// How many attempts there were, one that was still being waited for when the stage ended included: 0 where it did not start. Of a stage
/// that runs for each element, one more than attempts were made again, whatever the elements. A stage that a guard had run again and that
/// did not start again, as the run ended, is <see cref="StageStatus.NotStarted"/> after the attempts that it had before.
/// </param>
/// <param name="Error">What it failed or was cancelled with, or <see langword="null"/>.</param>
/// <param name="Reason">Why it was skipped, or <see langword="null"/>.</param>
public sealed record StageReport(
    string Name,
    StageStatus Status,
    TimeSpan? Duration,
    int Attempts,
    Exception? Error,
    string? Reason
);
