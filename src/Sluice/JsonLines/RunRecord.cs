using Sluice.CompilerServices;

namespace Sluice.JsonLines;

/// <summary>Accumulates the events of one run. Pooled; thread-safe while events are added.</summary>
internal sealed class RunRecord
{
    private static readonly RunPool<RunRecord> Pool = new();

    private readonly object _gate = new();
    private readonly List<StageRecord> _seen = [];
    private StageRecord?[] _stages = [];
    private RunEvent _first;
    private RunEvent _last;
    private long _events;

    private RunRecord() => Place = new LinkedListNode<RunRecord>(this);

    /// <summary>The node of the run in the list of unfinished runs.</summary>
    public LinkedListNode<RunRecord> Place { get; }

    /// <summary>The identifier of the run, valid after the first event.</summary>
    public Guid RunId => _first.RunId;

    public static RunRecord Rent() => Pool.Rent() ?? new RunRecord();

    /// <summary>Returns the record to the pool. The caller must not use it afterwards.</summary>
    public void Return()
    {
        foreach (var stage in _seen)
        {
            stage.Clear();
        }

        _seen.Clear();
        (_first, _last, _events) = (default, default, 0);
        Pool.Return(this);
    }

    /// <summary>Adds an event of the run.</summary>
    public void Add(in RunEvent runEvent)
    {
        lock (_gate)
        {
            _events++;
            if (_events == 1)
            {
                _first = runEvent;
            }

            // Stages that run at the same time may report in another order.
            if (runEvent.SequenceNumber > _last.SequenceNumber)
            {
                _last = runEvent;
            }

            if (runEvent.StageIndex >= 0 && runEvent.Stage is { } name)
            {
                StageOf(runEvent.StageIndex, name).Add(in runEvent);
            }
        }
    }

    /// <summary>
    /// Writes the lines of the stages, in the order in which they ended, and then the line of the run.
    /// </summary>
    public void WriteTo(LineBuffer lines, int maxTextLength)
    {
        var text = new LineText(maxTextLength);
        _seen.Sort(static (left, right) => left.LastSequenceNumber.CompareTo(right.LastSequenceNumber));
        var runLine = lines.RunLine;
        Describe(runLine, text);
        foreach (var stage in _seen)
        {
            if (stage.HasLine)
            {
                Identify(lines.StageLine, text);
                stage.Describe(lines.StageLine, text);
                stage.CountIn(runLine);
                lines.WriteStage();
            }
        }

        lines.WriteRun();
    }

    private StageRecord StageOf(int index, string name)
    {
        if (index >= _stages.Length)
        {
            Array.Resize(ref _stages, Math.Max(index + 1, _stages.Length * 2));
        }

        var stage = _stages[index] ??= new StageRecord();
        if (stage.Name is null)
        {
            stage.Begin(name, index);
            _seen.Add(stage);
        }

        return stage;
    }

    private void Describe(RunLine line, LineText text)
    {
        var hasEnded = _last.Kind == RunEventKind.RunCompleted;
        Identify(line, text);
        line.Timestamp = _last.Timestamp;
        line.Status = LineStatus.Of(_last.Status);
        line.StartedAt = _first.Kind == RunEventKind.RunStarted ? _first.Timestamp : null;
        line.DurationMs = (hasEnded ? _last.Duration : _last.Timestamp - line.StartedAt)?.TotalMilliseconds;
        if (hasEnded)
        {
            line.ErrorType = LineText.TypeOf(_last.Error);
            line.ErrorMessage = text.MessageOf(_last.Error);
            line.Reason = text.Limit(_last.Reason);
        }

        // Sequence numbers start with 1 and have no gaps.
        var missing = _last.SequenceNumber - _events;
        line.EventsMissing = missing > 0 ? missing : null;
    }

    private void Identify(WideLine line, LineText text)
    {
        var context = _last.Context ?? _first.Context;
        line.Pipeline = _first.Pipeline;
        line.EntryPoint = _first.EntryPoint;
        line.RunId = _first.RunId;
        line.ParentRunId = context?.ParentRunId;
        line.RequestId = text.Limit(context?.RequestId);
        line.SessionId = text.Limit(context?.SessionId);
        line.UserId = text.Limit(context?.UserId);
        line.TenantId = text.Limit(context?.TenantId);
        line.Baggage = context is { Baggage.Count: > 0 } ? context.Baggage : null;
    }
}
