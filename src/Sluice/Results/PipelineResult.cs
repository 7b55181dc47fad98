namespace Sluice;

/// <summary>
/// How a run ended, as an entry point returns it that does not throw: the output or what kept it away, and what became of each
/// stage. Immutable.
/// </summary>
/// <typeparam name="T">The type of the output.</typeparam>
public sealed class PipelineResult<T>
{
    /// <summary>Makes a result. Called by emitted code.</summary>
    /// <param name="outcome">The output, or what kept it away.</param>
    /// <param name="report">What became of the stages.</param>
    public PipelineResult(Outcome<T> outcome, RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Outcome = outcome;
        Report = report;
        FailedStage = report.Stages.FirstOrDefault(stage =>
            stage.Error is not null && ReferenceEquals(stage.Error, outcome.Exception)
        );
    }

    /// <summary>The output, or why there is none: skipped, failed, or cancelled, by the caller or from within.</summary>
    public Outcome<T> Outcome { get; }

    /// <summary>Whether the run ended without a failure or cancellation. Its output may have been skipped all the same.</summary>
    public bool IsSuccess => Outcome.Status is OutcomeStatus.Succeeded or OutcomeStatus.Skipped;

    /// <summary>The stage whose failure or cancellation ended the run, or <see langword="null"/>.</summary>
    public StageReport? FailedStage { get; }

    /// <summary>What became of each stage. The pipeline's own <c>StagesOf</c> reads from it what stages had produced.</summary>
    public RunReport Report { get; }

    /// <summary>What became of each stage, in the order in which they start where each completes at once.</summary>
    public IReadOnlyList<StageReport> Stages => Report.Stages;

    /// <summary>What failed after the first failure, before the run had ended.</summary>
    public IReadOnlyList<Exception> FurtherFailures => Report.FurtherFailures;

    /// <summary>The output or what kept it away, as <see cref="Outcome{T}.ToString"/> writes it, with the stage that failed.</summary>
    public override string ToString() =>
        FailedStage is { } stage ? $"{Outcome}, in stage '{stage.Name}'" : $"{Outcome}";
}
