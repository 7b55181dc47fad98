using Sluice.CompilerServices;

namespace Sluice.JsonLines;

/// <summary>
/// Accumulates the events of one stage in a run. Reused for the stage with the same index in another run.
/// </summary>
internal sealed class StageRecord
{
    private int _index;
    private StageStatus? _status;
    private DateTimeOffset? _startedAt;
    private DateTimeOffset _timestamp;
    private TimeSpan _duration;
    private TimeSpan? _sinceStart;
    private TimeSpan _retryDelay;
    private int _rounds;
    private int _retries;
    private int _attempts;
    private Exception? _error;
    private Exception? _retryError;
    private string? _reason;
    private int? _outputSize;
    private double? _progress;
    private string? _progressMessage;
    private int _published;
    private long? _publishedSize;
    private string? _publishedName;
    private CompensationRecord _compensation;

    /// <summary>The name of the stage, or <see langword="null"/> if it has no event.</summary>
    public string? Name { get; private set; }

    /// <summary>The sequence number of the last event before the compensation of the stage.</summary>
    public long LastSequenceNumber { get; private set; }

    /// <summary>Whether the stage was called or skipped.</summary>
    public bool HasLine => _rounds > 0 || _status is not null || _compensation.HasStarted;

    public void Begin(string name, int index) => (Name, _index) = (name, index);

    public void Clear()
    {
        (Name, LastSequenceNumber, _status, _startedAt, _timestamp) = (null, 0, null, null, default);
        (_duration, _sinceStart, _retryDelay, _rounds, _retries, _attempts) = (default, null, default, 0, 0, 0);
        (_error, _retryError, _reason, _outputSize) = (null, null, null, null);
        (_progress, _progressMessage, _published, _publishedSize, _publishedName) = (null, null, 0, null, null);
        _compensation = default;
    }

    public void Add(in RunEvent runEvent)
    {
        // A line reports the end of the stage, not the end of its compensation.
        var isOfCompensation = _compensation.TryAdd(in runEvent) || _compensation.HasStarted;

        // Elements of one stage may report in another order.
        if (runEvent.SequenceNumber > LastSequenceNumber && !(isOfCompensation && LastSequenceNumber > 0))
        {
            LastSequenceNumber = runEvent.SequenceNumber;
            _timestamp = runEvent.Timestamp;
        }

        _attempts = Math.Max(_attempts, runEvent.Attempt);
        switch (runEvent.Kind)
        {
            case RunEventKind.StageStarted:
                Start(runEvent.Timestamp);
                break;
            case RunEventKind.StageRetrying:
                _retries++;
                _retryDelay += runEvent.RetryDelay.GetValueOrDefault();
                _retryError = runEvent.Error;
                _sinceStart = runEvent.Duration;
                break;
            case RunEventKind.StageProgressed:
                _progress = runEvent.Progress is { } progress && double.IsFinite(progress) ? progress : null;
                _progressMessage = runEvent.Name;
                break;
            case RunEventKind.StagePublished:
                _published++;
                _publishedName = runEvent.Name;
                _publishedSize = OutputSize.Of(runEvent.Payload) is { } size
                    ? _publishedSize.GetValueOrDefault() + size
                    : _publishedSize;
                break;
            case RunEventKind.StageCompleted:
                End(StageStatus.Completed, in runEvent);
                break;
            case RunEventKind.StageSkipped:
                End(StageStatus.Skipped, in runEvent);
                break;
            case RunEventKind.StageFailed:
                End(StageStatus.Failed, in runEvent);
                break;
            case RunEventKind.StageCancelled:
                End(StageStatus.Cancelled, in runEvent);
                break;
            default:
                // A stage whose dependencies have settled has not yet done anything itself.
                break;
        }
    }

    public void Describe(StageLine line, LineText text)
    {
        line.Timestamp = _timestamp;
        line.Stage = Name!;
        line.StageIndex = _index;
        line.Status = LineStatus.Of(_status);
        line.StartedAt = _startedAt;
        line.DurationMs = _rounds > 0 ? (_duration + _sinceStart.GetValueOrDefault()).TotalMilliseconds : null;
        line.Attempts = _attempts;
        line.Rounds = _rounds > 1 ? _rounds : null;
        line.Retries = _retries > 0 ? _retries : null;
        line.RetryDelayMs = _retries > 0 ? _retryDelay.TotalMilliseconds : null;
        line.RetryErrorType = LineText.TypeOf(_retryError);
        line.RetryErrorMessage = text.MessageOf(_retryError);
        line.OutputSize = _outputSize;
        line.ErrorType = LineText.TypeOf(_error);
        line.ErrorMessage = text.MessageOf(_error);
        line.Reason = text.Limit(_reason);
        line.Progress = _progress;
        line.ProgressMessage = text.Limit(_progressMessage);
        line.Published = _published > 0 ? _published : null;
        line.PublishedSize = _publishedSize;
        line.PublishedName = text.Limit(_publishedName);
        _compensation.Describe(line, text);
    }

    /// <summary>Adds the counts of the stage to the line of the run.</summary>
    public void CountIn(RunLine line)
    {
        line.Retries += _retries;
        line.RetryDelayMs += _retryDelay.TotalMilliseconds;
        _compensation.CountIn(line);
        switch (_status)
        {
            case StageStatus.Completed:
                line.StagesCompleted++;
                break;
            case StageStatus.Skipped:
                line.StagesSkipped++;
                break;
            case StageStatus.Failed:
                line.StagesFailed++;
                line.FailedStage ??= Name;
                break;
            case StageStatus.Cancelled:
                line.StagesCancelled++;
                break;
            default:
                line.StagesUnfinished = line.StagesUnfinished.GetValueOrDefault() + 1;
                break;
        }
    }

    // A stage that a guard made run again starts another round. The guard itself has not ended the previous round.
    private void Start(DateTimeOffset timestamp)
    {
        _rounds++;
        _startedAt ??= timestamp;
        _duration += _sinceStart.GetValueOrDefault();
        (_status, _sinceStart) = (null, null);
    }

    private void End(StageStatus status, in RunEvent runEvent)
    {
        _status = status;
        _duration += runEvent.Duration.GetValueOrDefault();
        _sinceStart = null;
        _error = runEvent.Error;
        _reason = runEvent.Reason;
        _outputSize = runEvent.OutputSize;
    }
}
