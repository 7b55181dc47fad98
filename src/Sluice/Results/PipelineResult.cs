using System.Diagnostics;

namespace Sluice;

/// <summary>
/// The result of a run whose entry point does not throw for the failure of a stage: the output or the reason for its
/// absence, and a report of each stage. Immutable.
/// </summary>
/// <typeparam name="T">The type of the output.</typeparam>
public sealed class PipelineResult<T>
{
    /// <summary>
    /// Initializes a new instance of the <see cref="PipelineResult{T}"/> class. This constructor is for emitted code.
    /// </summary>
    /// <param name="outcome">The output, or the reason for its absence.</param>
    /// <param name="report">The report of the stages.</param>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is <see langword="null"/>.</exception>
    public PipelineResult(Outcome<T> outcome, RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Outcome = outcome;
        Report = report;
        FailedStage = report.Stages.FirstOrDefault(stage =>
            stage.Error is not null && ReferenceEquals(stage.Error, outcome.Exception)
        );
    }

    /// <summary>
    /// The output, or the reason for its absence: it was skipped, or the run failed or was cancelled, by the caller or
    /// from within.
    /// </summary>
    public Outcome<T> Outcome { get; }

    /// <summary>
    /// Whether the run ended without a failure or cancellation. The output of a successful run may still have been
    /// skipped.
    /// </summary>
    public bool IsSuccess => Outcome.Status is OutcomeStatus.Succeeded or OutcomeStatus.Skipped;

    /// <summary>
    /// The stage whose failure or cancellation ended the run, or <see langword="null"/> if there is none.
    /// </summary>
    public StageReport? FailedStage { get; }

    /// <summary>
    /// The report of all stages. The pipeline's own <c>StagesOf</c> reads the outputs of the stages from it.
    /// </summary>
    public RunReport Report { get; }

    /// <summary>
    /// The report of each stage, in the order in which the stages start if each completes immediately.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IReadOnlyList<StageReport> Stages => Report.Stages;

    /// <summary>The failures that were recorded after the first failure and before the run ended.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IReadOnlyList<Exception> FurtherFailures => Report.FurtherFailures;

    /// <summary>
    /// Returns the output, or the reason for its absence, in the format of <see cref="Outcome{T}.ToString()"/>. If a
    /// stage failed, the text contains its name: <c>failed in stage 'Save': IOException: The disk is full</c>.
    /// </summary>
    /// <returns>A text that describes the result.</returns>
    public override string ToString() => Outcome.ToString(FailedStage?.Name);
}
