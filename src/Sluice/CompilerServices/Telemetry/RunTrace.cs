namespace Sluice.CompilerServices.Telemetry;

/// <summary>What telemetry keeps of a run while it lasts. Pooled.</summary>
internal sealed class RunTrace
{
    private static readonly RunPool<RunTrace> Pool = new();
    private static readonly bool KeepsOneOnThread = Pool.KeepsOneOnThread;

    [ThreadStatic]
    private static RunTrace? idleOnThread;

    private readonly RunSpans _spans = new();
    private EntryPointTags? _tags;
    private bool _isCounted;

    private RunTrace() { }

    /// <summary>Takes an object from the pool.</summary>
    public static RunTrace Rent()
    {
        if (KeepsOneOnThread && idleOnThread is { } trace)
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
                if (StartRun(runEvent.Pipeline, runEvent.EntryPoint, runEvent.Context, runEvent.Timestamp))
                {
                    Identify(runEvent.RunId, runEvent.Context);
                }

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
                try
                {
                    if (MeasuresStages)
                    {
                        Measure(runEvent.Duration, TagsOf(in runEvent).AtEnd(runEvent.Kind, runEvent.Error));
                    }
                }
                finally
                {
                    _spans.EndStage(in runEvent);
                }

                break;
            case RunEventKind.CompensationStarted:
                _spans.StartCompensation(TagsOf(in runEvent), in runEvent);
                break;
            case RunEventKind.CompensationCompleted:
            case RunEventKind.CompensationFailed:
                try
                {
                    if (Instruments.CompensationOutcomes.Enabled)
                    {
                        Instruments.CompensationOutcomes.Add(1, TagsOf(in runEvent).AtCompensation(runEvent.Error));
                    }
                }
                finally
                {
                    _spans.EndCompensation(in runEvent);
                }

                break;
            case RunEventKind.RunCompleted:
                EndRun(
                    runEvent.Status,
                    runEvent.Error,
                    runEvent.Reason,
                    runEvent.Timestamp,
                    runEvent.Duration.GetValueOrDefault()
                );
                break;
            default:
                // How far a stage is, and what it publishes, is for observers of the user's own.
                break;
        }
    }

    /// <summary>A run starts.</summary>
    /// <returns>Whether its span has use for what <see cref="Identify"/> says.</returns>
    public bool StartRun(string pipeline, string entryPoint, RunContext? context, DateTimeOffset timestamp)
    {
        if (_tags is null || !_tags.IsOf(pipeline, entryPoint))
        {
            _tags = EntryPointTags.Of(pipeline, entryPoint);
        }

        _isCounted = Instruments.ActiveRuns.Enabled;
        if (_isCounted)
        {
            Instruments.ActiveRuns.Add(1, _tags.AtStart);
        }

        return _spans.StartRun(_tags, context, timestamp);
    }

    /// <summary>Says which run it is, and who it is for.</summary>
    public void Identify(Guid runId, RunContext? context) => _spans.Identify(runId, context);

    /// <summary>A stage is about to be called.</summary>
    public void StartStage(int stage, string name, DateTimeOffset timestamp) =>
        _spans.StartStage(_tags!, stage, name, timestamp);

    /// <summary>A stage has returned, and has not ended.</summary>
    public void LeaveStage() => _spans.EnterRun();

    /// <summary>A stage has ended well.</summary>
    public void CompleteStage(int stage, string name, int attempt, TimeSpan duration)
    {
        try
        {
            if (MeasuresStages)
            {
                Measure(duration, _tags!.Stage(stage, name).AtEnd(RunEventKind.StageCompleted, null));
            }
        }
        finally
        {
            _spans.CompleteStage(stage, attempt, duration);
        }
    }

    /// <summary>The run has ended. The object goes back to the pool.</summary>
    public void EndRun(RunStatus status, Exception? error, string? reason, DateTimeOffset timestamp, TimeSpan duration)
    {
        _spans.EnterRun();
        try
        {
            CountRun(status, error, duration);
        }
        finally
        {
            // Whatever a listener to metrics throws, the span ends.
            _spans.EndRun(status, error, reason, timestamp, duration);
        }

        if (KeepsOneOnThread && idleOnThread is null)
        {
            idleOnThread = this;
        }
        else
        {
            Pool.Return(this);
        }
    }

    private void CountRun(RunStatus status, Exception? error, TimeSpan duration)
    {
        if (_isCounted)
        {
            // Those who began to listen meanwhile have not been told that the run started, and those who stopped are not told anything.
            _isCounted = false;
            Instruments.ActiveRuns.Add(-1, _tags!.AtStart);
        }

        if (Instruments.RunDuration.Enabled || Instruments.RunOutcomes.Enabled)
        {
            var tags = _tags!.AtEnd(status, error);
            Instruments.RunDuration.Record(duration.TotalSeconds, tags);
            Instruments.RunOutcomes.Add(1, tags);
        }
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

    private StageTags TagsOf(in RunEvent runEvent) => _tags!.Stage(runEvent.StageIndex, runEvent.Stage!);
}
