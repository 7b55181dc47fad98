using System.ComponentModel;
using Sluice.CompilerServices;

namespace Sluice;

/// <summary>
/// What became of the stages of one run, and what those that ended had produced. The pipeline's own <c>StagesOf</c> reads the
/// outputs by name and type. Immutable.
/// </summary>
public sealed class RunReport
{
    private readonly ReportedStages _description;
    private readonly object?[] _values;
    private List<Exception>? _furtherFailures;

    internal RunReport(
        ReportedStages description,
        IReadOnlyList<StageReport> stages,
        object?[] values,
        Exception? observerFailure
    )
    {
        _description = description;
        _values = values;
        Stages = stages;
        ObserverFailure = observerFailure;
    }

    /// <summary>The stages of the run, in the order in which they start where each completes at once.</summary>
    public IReadOnlyList<StageReport> Stages { get; }

    /// <summary>What the run's observer threw, or <see langword="null"/>. It was not called again in the run.</summary>
    public Exception? ObserverFailure { get; private set; }

    /// <summary>
    /// What failed after the first failure, before the run had ended, in the order in which it was recorded: in runs that stages were, by
    /// other stages, by callbacks on the run's token, by compensations and clean-ups, and by a stage whose fallback failed too. Often empty.
    /// </summary>
    public IReadOnlyList<Exception> FurtherFailures => (IReadOnlyList<Exception>?)_furtherFailures ?? [];

    /// <summary>What is known of the nested runs that failed.</summary>
    internal IReadOnlyList<RunFailure> Nested { get; init; } = [];

    /// <summary>The output of a stage. Called by emitted code.</summary>
    /// <typeparam name="T">The type of the output.</typeparam>
    /// <param name="pipeline">The name of the pipeline that asks.</param>
    /// <param name="stage">The stage's number in the pipeline.</param>
    /// <returns>The output, or why there is none.</returns>
    /// <exception cref="ArgumentException">The report is of a run of another pipeline.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Outcome<T> OutcomeOf<T>(string pipeline, int stage)
    {
        if (!string.Equals(pipeline, _description.Pipeline, StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"This is the report of a run of '{_description.Pipeline}', not of '{pipeline}'."
            );
        }

        var index = _description.IndexOf(stage);
        if (index < 0)
        {
            return Outcome.Skip("the stage is not part of the run");
        }

        var report = Stages[index];
        return report.Status switch
        {
            StageStatus.Completed => new Outcome<T>((T)_values[index]!),
            StageStatus.Skipped => Outcome.Skip(report.Reason!),
            StageStatus.Failed => Outcome.Fail(report.Error!),
            StageStatus.Cancelled => new Outcome(OutcomeStatus.Cancelled, report.Error),
            _ => Outcome.Skip("the run ended before the stage could start"),
        };
    }

    /// <summary>Adds what failed before all that is known so far, before anybody else has the report.</summary>
    internal void AddFirst(List<Exception> failures, Exception cause) =>
        _furtherFailures = [
            .. failures.Where(failure => !ReferenceEquals(failure, cause)),
            .. FurtherFailures.Where(failure => !ReferenceEquals(failure, cause)),
        ];

    /// <summary>Adds what failed last, before anybody else has the report.</summary>
    internal void Add(IEnumerable<Exception> failures, Exception? cause) =>
        (_furtherFailures ??= []).AddRange(failures.Where(failure => !ReferenceEquals(failure, cause)));

    /// <summary>Adds what the observer threw when it was told of the run's end, before anybody else has the report.</summary>
    /// <param name="observerFailure">What it threw.</param>
    /// <param name="stages">The stages of the run: the report beside an exception may be that of a run that this one started.</param>
    internal void Add(Exception observerFailure, ReportedStages stages)
    {
        if (ReferenceEquals(stages, _description))
        {
            ObserverFailure = observerFailure;
        }
    }
}
