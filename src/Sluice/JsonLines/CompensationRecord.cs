namespace Sluice.JsonLines;

/// <summary>
/// Accumulates the compensation events of one stage in a run. There can be several compensations if a guard made the
/// stage run again.
/// </summary>
internal struct CompensationRecord
{
    private int _started;
    private int _completed;
    private int _failed;
    private TimeSpan _duration;
    private Exception? _error;

    /// <summary>Whether a compensation of the stage has started.</summary>
    public readonly bool HasStarted => Count > 0;

    // If a start event was dropped, the end event still counts.
    private readonly int Count => Math.Max(_started, _completed + _failed);

    /// <summary>Adds an event of the stage if it belongs to a compensation.</summary>
    /// <returns>Whether the event belongs to a compensation.</returns>
    public bool TryAdd(in RunEvent runEvent)
    {
        switch (runEvent.Kind)
        {
            case RunEventKind.CompensationStarted:
                _started++;
                return true;
            case RunEventKind.CompensationCompleted:
                _completed++;
                break;
            case RunEventKind.CompensationFailed:
                _failed++;
                _error = runEvent.Error;
                break;
            default:
                return false;
        }

        _duration += runEvent.Duration.GetValueOrDefault();
        return true;
    }

    public readonly void Describe(StageLine line, LineText text)
    {
        if (!HasStarted)
        {
            return;
        }

        line.Compensation = LineStatus.Of(
            _failed > 0 ? StageStatus.Failed
            : _completed < Count ? null
            : StageStatus.Completed
        );
        line.Compensations = Count > 1 ? Count : null;
        line.CompensationDurationMs = _completed + _failed > 0 ? _duration.TotalMilliseconds : null;
        line.CompensationErrorType = LineText.TypeOf(_error);
        line.CompensationErrorMessage = text.MessageOf(_error);
    }

    /// <summary>Adds the counts to the line of the run.</summary>
    public readonly void CountIn(RunLine line)
    {
        if (HasStarted)
        {
            line.CompensationsCompleted = line.CompensationsCompleted.GetValueOrDefault() + _completed;
            line.CompensationsFailed = line.CompensationsFailed.GetValueOrDefault() + _failed;
        }
    }
}
