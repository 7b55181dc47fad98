using System.ComponentModel;
using System.Diagnostics;
using Sluice.CompilerServices;

namespace Sluice;

/// <summary>The report of the stages of one run, with the outputs of the completed stages. Immutable.</summary>
/// <remarks>The pipeline's own <c>StagesOf</c> reads the outputs by name and type.</remarks>
[DebuggerDisplay("{Summary,nq}")]
[DebuggerTypeProxy(typeof(RunReportDebugView))]
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

    /// <summary>
    /// The report of each stage, in the order in which the stages start if each completes immediately.
    /// </summary>
    public IReadOnlyList<StageReport> Stages { get; }

    /// <summary>
    /// The exception that the run's observer threw, or <see langword="null"/>. The observer received no further events
    /// of the run after it.
    /// </summary>
    public Exception? ObserverFailure { get; private set; }

    /// <summary>
    /// The failures that were recorded after the first failure and before the run ended, in the order in which they
    /// were recorded. Often empty.
    /// </summary>
    /// <remarks>
    /// They come from nested runs, other stages, callbacks on the run's token, compensations and clean-ups, and stages
    /// whose fallback failed too.
    /// </remarks>
    public IReadOnlyList<Exception> FurtherFailures => (IReadOnlyList<Exception>?)_furtherFailures ?? [];

    /// <summary>The descriptions of the nested runs that failed.</summary>
    internal IReadOnlyList<RunFailure> Nested { get; init; } = [];

    /// <summary>The outputs of the completed stages, by the name of the stage.</summary>
    internal IEnumerable<KeyValuePair<string, object?>> Outputs =>
        Stages
            .Zip(_values)
            .Where(stage => stage.First.Status == StageStatus.Completed)
            .Select(stage => KeyValuePair.Create(stage.First.Name, stage.Second));

    /// <summary>The number of stages with each status, for debuggers.</summary>
    internal string Summary =>
        string.Join(
            ", ",
            Stages
                .GroupBy(stage => stage.Status)
                .OrderBy(group => group.Key)
                .Select(group => $"{group.Count()} {StageReport.Text(group.Key)}")
                .DefaultIfEmpty("no stages")
        );

    /// <summary>Returns the output of a stage. This method is for emitted code.</summary>
    /// <typeparam name="T">The type of the output.</typeparam>
    /// <param name="pipeline">The name of the pipeline that reads the report.</param>
    /// <param name="stage">The index of the stage in the pipeline.</param>
    /// <returns>The output, or the reason for its absence.</returns>
    /// <exception cref="ArgumentException">The report belongs to a run of another pipeline.</exception>
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

    /// <summary>
    /// Returns one line for each stage, in the format of <see cref="StageReport.ToString"/>, and one for each further
    /// failure and for the failure of the observer. The lines are separated by a line feed, and the same in every culture.
    /// </summary>
    /// <returns>A text that describes the report.</returns>
    public override string ToString() =>
        string.Join(
            '\n',
            [
                .. Stages.Select(stage => stage.ToString()),
                .. FurtherFailures.Select(failure => $"further failure: {LogText.Of(failure)}"),
                .. ObserverFailure is null ? (string[])[] : [$"observer failed: {LogText.Of(ObserverFailure)}"],
            ]
        );

    /// <summary>Inserts failures before those recorded so far. Called before the report is published.</summary>
    internal void AddFirst(List<Exception> failures, Exception cause) =>
        _furtherFailures = [
            .. failures.Where(failure => !ReferenceEquals(failure, cause)),
            .. FurtherFailures.Where(failure => !ReferenceEquals(failure, cause)),
        ];

    /// <summary>Appends failures. Called before the report is published.</summary>
    internal void Add(IEnumerable<Exception> failures, Exception? cause) =>
        (_furtherFailures ??= []).AddRange(failures.Where(failure => !ReferenceEquals(failure, cause)));

    /// <summary>
    /// Records the exception that the observer threw for the end of the run. Called before the report is published.
    /// </summary>
    /// <param name="observerFailure">The exception.</param>
    /// <param name="stages">The stages of the run. The report beside an exception may belong to a nested run.</param>
    internal void Add(Exception observerFailure, ReportedStages stages)
    {
        if (ReferenceEquals(stages, _description))
        {
            ObserverFailure = observerFailure;
        }
    }
}
