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
                StartStage(runEvent.StageIndex, runEvent.Stage!, runEvent.Timestamp);
                break;
            case RunEventKind.StageRetrying:
                Instruments.StageRetries.Add(1, TagsOf(in runEvent).AtStart);
                _spans.Retry(in runEvent);
                break;
            case RunEventKind.StageCompleted:
                CompleteStage(
                    runEvent.StageIndex,
                    runEvent.Stage!,
                    runEvent.Attempt,
                    runEvent.Duration.GetValueOrDefault()
                );
                break;
            case RunEventKind.StageSkipped:
            case RunEventKind.StageFailed:
            case RunEventKind.StageCancelled:
                if (MeasuresStages)
                {
                    Measure(runEvent.Duration, TagsOf(in runEvent).AtEnd(runEvent.Kind, runEvent.Error));
                }

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

    /// <summary>A stage is about to be called.</summary>
    public void StartStage(int stage, string name, DateTimeOffset timestamp) =>
        _spans.StartStage(_tags!, stage, name, timestamp);

    /// <summary>A stage has ended well.</summary>
    public void CompleteStage(int stage, string name, int attempt, TimeSpan duration)
    {
        if (MeasuresStages)
        {
            Measure(duration, _tags!.Stage(stage, name).AtEnd(RunEventKind.StageCompleted, null));
        }

        _spans.CompleteStage(stage, attempt, duration);
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

    private static bool MeasuresStages => Instruments.StageDuration.Enabled || Instruments.StageOutcomes.Enabled;

    // The span is the current one still where the stage ended on the thread that it started on: then what is measured leads to it.
    private static void Measure(TimeSpan? duration, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (duration is { } time)
        {
            Instruments.StageDuration.Record(time.TotalSeconds, tags);
        }

        Instruments.StageOutcomes.Add(1, tags);
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

        if (Instruments.RunDuration.Enabled || Instruments.RunOutcomes.Enabled)
        {
            var tags = _tags!.AtEnd(end.Status, end.Error);
            Instruments.RunDuration.Record(end.Duration.GetValueOrDefault().TotalSeconds, tags);
            Instruments.RunOutcomes.Add(1, tags);
        }

        _spans.EndRun(in end);
        if (idleOnThread is null && Pool.KeepsOneOnThread)
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
