using System.ComponentModel;
using Sluice.CompilerServices.Streams;

namespace Sluice.CompilerServices;

/// <summary>Gathers what became of the stages of a run that is over. Emitted code uses it where somebody will read the report.</summary>
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

    /// <summary>Begins a report in which no stage has started.</summary>
    /// <param name="stages">The stages of the entry point.</param>
    /// <param name="measures">Whether the times that stages started and ended at were taken.</param>
    /// <param name="time">The clock of the run's scope where that took them, each a tick later than it was.</param>
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

    /// <summary>Says what became of a stage.</summary>
    /// <typeparam name="T">The type of its output.</typeparam>
    /// <param name="index">Its index in the report.</param>
    /// <param name="end">How it came to its end.</param>
    /// <param name="value">Its output, where it has one; for an effect, anything.</param>
    /// <param name="skipped">Why it has none although the run went on, or <see langword="null"/>.</param>
    /// <param name="failure">What it failed with where the run went on, or <see langword="null"/>.</param>
    /// <param name="started">When it started: a timestamp, or 0 where it did not.</param>
    /// <param name="ended">When it ended: a timestamp, or 0 where it did not.</param>
    /// <param name="calls">How often it was called, where it was.</param>
    /// <param name="inRounds">Whether a guard may have had it run again: then <paramref name="calls"/> may be none, too.</param>
    /// <param name="refusal">
    /// Of a guard, what it has found where it asked for a further round that has not come to it, or <see langword="null"/>.
    /// </param>
    /// <param name="nested">Of a nested run whose failure its run went on after, what is known of it.</param>
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

            // The round that a guard asked for has not come to it: what became of it in the one before is still there.
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

    /// <summary>Says of the stages whose streams were not read to their end that they were cancelled, where the run ended badly.</summary>
    /// <param name="cause">What the run ended with, or <see langword="null"/>.</param>
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

    /// <summary>Gives the report. The builder must not be used afterwards.</summary>
    /// <param name="observerFailure">What the run's observer threw, or <see langword="null"/>.</param>
    /// <returns>The report.</returns>
    public RunReport ToReport(Exception? observerFailure = null) =>
        new(_stages, _reports, _values, observerFailure) { Nested = _nested ?? [] };

    // What has not ended has failed just now.
    private TimeSpan? Duration(long started, long ended) =>
        !_measures || started == 0 ? null
        : ended == 0 ? _time.GetElapsedTime(_isOfScope ? started - 1 : started)
        : _time.GetElapsedTime(started, ended);
}
