using System.ComponentModel;
using Sluice.CompilerServices.Streams;

namespace Sluice.CompilerServices;

/// <summary>Builds the report of a completed run. Emitted code uses it if the report can be read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RunReportBuilder
{
    private readonly ReportedStages _stages;
    private readonly StageReport[] _reports;
    private readonly object?[] _values;
    private readonly bool _measures;
    private readonly TimeProvider _time;
    private readonly bool _isOfScope;
    private List<int>? _unread;
    private List<RunFailure>? _nested;

    /// <summary>
    /// Initializes a new instance of the <see cref="RunReportBuilder"/> class in which no stage has started.
    /// </summary>
    /// <param name="stages">The stages of the entry point.</param>
    /// <param name="measures">Whether the start and end times of stages were measured.</param>
    /// <param name="time">
    /// The clock of the run's scope if the scope took the timestamps, which are then stored one tick late; otherwise,
    /// <see langword="null"/>.
    /// </param>
    public RunReportBuilder(ReportedStages stages, bool measures = false, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(stages);
        _stages = stages;
        _measures = measures;
        _time = time ?? TimeProvider.System;
        _isOfScope = time is not null;
        _values = new object?[stages.Names.Length];
        _reports = new StageReport[stages.Names.Length];
        for (var index = 0; index < _reports.Length; index++)
        {
            _reports[index] = new StageReport(stages.Names[index], StageStatus.NotStarted, null, 0, null, null);
        }
    }

    /// <summary>Adds the result of a stage.</summary>
    /// <typeparam name="T">The type of the stage's output.</typeparam>
    /// <param name="index">The index of the stage in the report.</param>
    /// <param name="end">How the stage ended.</param>
    /// <param name="value">The output of the stage, if it has one. Any value for an effect.</param>
    /// <param name="skipped">
    /// The reason for the skip if the run continued without an output, or <see langword="null"/>.
    /// </param>
    /// <param name="failure">The failure of the stage if the run continued, or <see langword="null"/>.</param>
    /// <param name="started">The timestamp of the start, or 0 if the stage did not start.</param>
    /// <param name="ended">The timestamp of the end, or 0 if the stage did not end.</param>
    /// <param name="calls">The number of calls, if the stage was called.</param>
    /// <param name="inRounds">
    /// Whether a guard may have made the stage run again. <paramref name="calls"/> may then be 0.
    /// </param>
    /// <param name="refusal">
    /// For a guard that requested another round but was not reached in it: its earlier finding, or
    /// <see langword="null"/>.
    /// </param>
    /// <param name="nested">
    /// For a nested run that failed while this run continued: its description, or <see langword="null"/>.
    /// </param>
    public void Stage<T>(
        int index,
        StageEnd end,
        T value,
        string? skipped = null,
        Exception? failure = null,
        long started = 1,
        long ended = 0,
        int calls = 1,
        bool inRounds = false,
        Exception? refusal = null,
        RunFailure? nested = null
    )
    {
        if (!end.HasEnded && end.Error is null)
        {
            if (!inRounds || calls == 0)
            {
                return;
            }

            // The requested round did not reach the guard, so the result of the previous round still applies.
            failure ??= refusal;
        }

        var error = end.Error ?? failure;
        nested ??= (value as IProducedStream)?.NestedFailure;
        if (error is not null && (end.Nested ?? nested) is { } run && _stages.NestedStages.Contains(index))
        {
            (_nested ??= []).Add(run);
        }

        var status =
            end.IsCancellation ? StageStatus.Cancelled
            : error is not null ? StageStatus.Failed
            : skipped is not null ? StageStatus.Skipped
            : StageStatus.Completed;
        if (status == StageStatus.Completed && value is IProducedStream { HasEnded: false })
        {
            (_unread ??= []).Add(index);
        }

        _values[index] = status == StageStatus.Completed ? value : null;
        _reports[index] = _reports[index] with
        {
            Status = status,
            Attempts = !inRounds && status == StageStatus.Skipped && started == 0 ? 0 : calls,
            Duration = Duration(started, end.Timestamp != 0 ? end.Timestamp : ended),
            Error = error,
            Reason = status == StageStatus.Skipped ? skipped : null,
        };
    }

    /// <summary>
    /// Marks the stages whose streams were not read to their end as cancelled, if the run failed or was cancelled.
    /// </summary>
    /// <param name="cause">The exception that ends the run, or <see langword="null"/>.</param>
    public void EndUnreadStreams(Exception? cause)
    {
        if (_unread is null || cause is null)
        {
            return;
        }

        foreach (var index in _unread)
        {
            _values[index] = null;
            _reports[index] = _reports[index] with
            {
                Status = StageStatus.Cancelled,
                Error = UnreadStream.Exception(_reports[index].Name, cause),
            };
        }
    }

    /// <summary>Creates the report. The builder must not be used afterwards.</summary>
    /// <param name="observerFailure">The exception of the run's observer, or <see langword="null"/>.</param>
    /// <returns>The report.</returns>
    public RunReport ToReport(Exception? observerFailure = null) =>
        new(_stages, _reports, _values, observerFailure) { Nested = _nested ?? [] };

    // A stage without an end time failed just now.
    private TimeSpan? Duration(long started, long ended) =>
        !_measures || started == 0 ? null
        : ended == 0 ? _time.GetElapsedTime(_isOfScope ? started - 1 : started)
        : _time.GetElapsedTime(started, ended);
}
