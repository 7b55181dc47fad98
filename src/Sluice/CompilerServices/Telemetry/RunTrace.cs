using System.Diagnostics;

namespace Sluice.CompilerServices.Telemetry;

/// <summary>What telemetry keeps of a run while it lasts. Pooled.</summary>
internal sealed class RunTrace
{
    private static readonly RunPool<RunTrace> Pool = new();

    [ThreadStatic]
    private static RunTrace? idleOnThread;

    private readonly RunSpans _spans = new();
    private EntryPointTags? _tags;
    private bool _isCounted;

    private RunTrace() { }

    /// <summary>Takes an object from the pool.</summary>
    public static RunTrace Rent()
    {
        if (idleOnThread is { } trace)
        {
            idleOnThread = null;
            return trace;
        }

        return Pool.Rent() ?? new RunTrace();
    }

    /// <summary>Goes on with the next event of the run. With the last it goes back to the pool.</summary>
    public void Observe(in RunEvent runEvent)
    {
        switch (runEvent.Kind)
        {
            case RunEventKind.RunStarted:
                Start(in runEvent);
                break;
            case RunEventKind.StageStarted:
                _spans.StartStage(_tags!, in runEvent);
                break;
            case RunEventKind.StageRetrying:
                Instruments.StageRetries.Add(1, TagsOf(in runEvent).AtStart);
                _spans.Retry(in runEvent);
                break;
            case RunEventKind.StageCompleted:
            case RunEventKind.StageSkipped:
            case RunEventKind.StageFailed:
            case RunEventKind.StageCancelled:
                Measure(in runEvent);
                _spans.EndStage(in runEvent);
                break;
            case RunEventKind.RunCompleted:
                End(in runEvent);
                break;
            default:
                // How far a stage is, and what it publishes, is for observers of the user's own.
                break;
        }
    }

    private void Start(in RunEvent start)
    {
        if (_tags is null || !_tags.IsOf(start.Pipeline, start.EntryPoint))
        {
            _tags = EntryPointTags.Of(start.Pipeline, start.EntryPoint);
        }

        _isCounted = Instruments.ActiveRuns.Enabled;
        if (_isCounted)
        {
            Instruments.ActiveRuns.Add(1, _tags.AtStart);
        }

        _spans.StartRun(_tags, in start);
    }

    // The span is the current one still, so that what is measured can be traced back to it.
    private void Measure(in RunEvent end)
    {
        var (measures, counts) = (Instruments.StageDuration.Enabled, Instruments.StageOutcomes.Enabled);
        if (!measures && !counts)
        {
            return;
        }

        var tags = TagsOf(in end).AtEnd(in end);
        if (measures && end.Duration is { } duration)
        {
            Instruments.StageDuration.Record(duration.TotalSeconds, tags);
        }

        if (counts)
        {
            Instruments.StageOutcomes.Add(1, tags);
        }
    }

    private void End(in RunEvent end)
    {
        _spans.EnterRun();
        if (_isCounted)
        {
            // Those who began to listen meanwhile have not been told that the run started, and those who stopped are not told anything.
            Instruments.ActiveRuns.Add(-1, _tags!.AtStart);
            _isCounted = false;
        }

        var (measures, counts) = (Instruments.RunDuration.Enabled, Instruments.RunOutcomes.Enabled);
        if (measures || counts)
        {
            var tags = _tags!.AtEnd(in end);
            if (measures)
            {
                Instruments.RunDuration.Record(end.Duration.GetValueOrDefault().TotalSeconds, tags);
            }

            if (counts)
            {
                Instruments.RunOutcomes.Add(1, tags);
            }
        }

        _spans.EndRun(in end);
        if (idleOnThread is null)
        {
            idleOnThread = this;
        }
        else
        {
            Pool.Return(this);
        }
    }

    private StageTags TagsOf(in RunEvent runEvent) => _tags!.Stage(runEvent.StageIndex, runEvent.Stage!);
}
