namespace Sluice.JsonLines;

/// <summary>What the events of what undoes one stage of a run add up to: once, or for each time that a guard had it run.</summary>
internal struct CompensationRecord
{
    private int _started;
    private int _completed;
    private int _failed;
    private TimeSpan _duration;
    private Exception? _error;

    /// <summary>Whether it was begun to undo the stage.</summary>
    public readonly bool HasStarted => Count > 0;

    // Where the start was not told, the end was.
    private readonly int Count => Math.Max(_started, _completed + _failed);

    /// <summary>Goes on with an event of the stage.</summary>
    /// <returns>Whether it was one of what undoes it.</returns>
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

    /// <summary>Adds it to what the run's line says of all.</summary>
    public readonly void CountIn(RunLine line)
    {
        if (HasStarted)
        {
            line.CompensationsCompleted = line.CompensationsCompleted.GetValueOrDefault() + _completed;
            line.CompensationsFailed = line.CompensationsFailed.GetValueOrDefault() + _failed;
        }
    }
}
