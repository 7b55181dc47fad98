namespace Sluice.CompilerServices.Telemetry;

/// <summary>The telemetry state of a run under way. Pooled.</summary>
internal sealed class RunTrace
{
    private static readonly RunPool<RunTrace> Pool = new();
    private static readonly bool KeepsOneOnThread = Pool.KeepsOneOnThread;

    [ThreadStatic]
    private static RunTrace? _idleOnThread;

    private readonly RunSpans _spans = new();
    private EntryPointTags? _tags;
    private bool _isCounted;

    private RunTrace() { }

    /// <summary>Takes an instance from the pool.</summary>
    public static RunTrace Rent()
    {
        if (KeepsOneOnThread && _idleOnThread is { } trace)
        {
            _idleOnThread = null;
            return trace;
        }

        return Pool.Rent() ?? new RunTrace();
    }

    /// <summary>Processes the next event of the run. The last event returns the instance to the pool.</summary>
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
                // Progress and published events are left to the user's own observers.
                break;
        }
    }

    /// <summary>Starts the telemetry of a run.</summary>
    /// <returns>Whether the run's span needs the values that <see cref="Identify"/> adds.</returns>
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

    /// <summary>Adds the identity of the run to its span.</summary>
    public void Identify(Guid runId, RunContext? context) => _spans.Identify(runId, context);

    /// <summary>Records that a stage is about to be called.</summary>
    public void StartStage(int stage, string name, DateTimeOffset timestamp) =>
        _spans.StartStage(_tags!, stage, name, timestamp);

    /// <summary>Records that a stage has returned but has not ended.</summary>
    public void LeaveStage() => _spans.EnterRun();

    /// <summary>Records that a stage completed.</summary>
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

    /// <summary>Records the end of the run and returns the instance to the pool.</summary>
    public void EndRun(RunStatus status, Exception? error, string? reason, DateTimeOffset timestamp, TimeSpan duration)
    {
        _spans.EnterRun();
        try
        {
            CountRun(status, error, duration);
        }
        finally
        {
            // The span ends even if a listener to metrics throws.
            _spans.EndRun(status, error, reason, timestamp, duration);
        }

        if (KeepsOneOnThread && _idleOnThread is null)
        {
            _idleOnThread = this;
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
            // The run is removed from the count only if it was counted. A listener that began in the meantime did not
            // receive its start, and one that stopped receives nothing.
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

    // If the stage ended on the thread on which it started, its span is still current and is linked to the measurement.
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
