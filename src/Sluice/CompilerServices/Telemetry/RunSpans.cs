using System.Diagnostics;

namespace Sluice.CompilerServices.Telemetry;

/// <summary>The spans of one run: its own, and those of the stages under way. Reused for further runs.</summary>
/// <remarks>
/// The span of a stage is started and stopped in the execution context of the run's span, no matter which thread the
/// stage starts or ends on. The span finds its parent in that context, and stopping it changes no other context.
/// </remarks>
internal sealed partial class RunSpans
{
    // Boxed attempt numbers for attribute values.
    private static readonly object[] Numbers = [.. Enumerable.Range(0, 16).Select(number => (object)number)];

    private readonly object _growing = new();
    private StageSpan[] _stages = [];
    private Activity? _run;
    private ExecutionContext? _callerContext;
    private ExecutionContext? _runContext;
    private Exception? _recorded;

    /// <summary>Starts the span of the run if a listener requests it.</summary>
    /// <returns>Whether a listener requests all data of the span.</returns>
    public bool StartRun(EntryPointTags tags, RunContext? context, DateTimeOffset timestamp)
    {
        if (!Instruments.Spans.HasListeners())
        {
            return false;
        }

        var callerContext = ExecutionContext.Capture();
        _run = Instruments.Spans.StartActivity(
            ActivityKind.Internal,
            parentContext: default,
            tags.AtStart,
            LinksTo(context?.ParentSpan),
            timestamp,
            tags.SpanName
        );
        if (_run is null)
        {
            return false;
        }

        _callerContext = callerContext;
        _runContext = ExecutionContext.Capture();
        return _run.IsAllDataRequested;
    }

    /// <summary>Adds the identity of the run to its span.</summary>
    public void Identify(Guid runId, RunContext? context)
    {
        var run = _run!;
        run.AddTag(AttributeNames.RunId, runId.ToString());
        if (context is null)
        {
            return;
        }

        AddTag(run, AttributeNames.ParentRunId, context.ParentRunId?.ToString());
        AddTag(run, AttributeNames.RequestId, context.RequestId);
        AddTag(run, AttributeNames.Session, context.SessionId);
        AddTag(run, AttributeNames.User, context.UserId);
        AddTag(run, AttributeNames.TenantId, context.TenantId);
    }

    /// <summary>Starts the span of a stage that is about to be called, and makes it current.</summary>
    public void StartStage(EntryPointTags tags, int index, string name, DateTimeOffset timestamp)
    {
        if (_run is null)
        {
            return;
        }

        EnterRun();
        if (!_run.IsAllDataRequested)
        {
            return;
        }

        var stage = Place(index);
        if (stage.Span is { } span)
        {
            EndRound(span);
        }

        stage.Span = Instruments.Spans.StartActivity(
            ActivityKind.Internal,
            parentContext: default,
            tags.Stage(index, name).OfSpan,
            links: null,
            timestamp,
            name
        );
    }

    /// <summary>Records an attempt that failed and is followed by another.</summary>
    public void Retry(in RunEvent retry)
    {
        if (SpanOf(retry.StageIndex) is { } span)
        {
            ErrorRecording.AddRetry(span, in retry);
        }
    }

    /// <summary>Stops the span of a stage that completed.</summary>
    public void CompleteStage(int index, int attempt, TimeSpan duration)
    {
        if (SpanOf(index) is { } span)
        {
            Stop(span, index, RunEventKind.StageCompleted, attempt, duration);
        }
    }

    /// <summary>
    /// Stops the span of a stage that ended in another way. If the stage never started, records the skip in the run's
    /// span.
    /// </summary>
    public void EndStage(in RunEvent end)
    {
        if (SpanOf(end.StageIndex) is not { } span)
        {
            AddSkip(in end);
            return;
        }

        if (end.Kind == RunEventKind.StageSkipped)
        {
            span.AddTag(AttributeNames.SkipReason, end.Reason);
        }
        else if (end.Kind == RunEventKind.StageFailed)
        {
            ErrorRecording.Fail(span, end.Error);
            TryRecord(span, end.Error, end.Timestamp);
        }

        Stop(span, end.StageIndex, end.Kind, end.Attempt, end.Duration.GetValueOrDefault());
    }

    /// <summary>Makes the run's span current.</summary>
    public void EnterRun()
    {
        if (_runContext is not null)
        {
            CallerContext.Restore(_runContext);
        }
        else if (_run is not null)
        {
            // The caller suppresses the flow of its execution context, so none was captured.
            Activity.Current = _run;
        }
    }

    /// <summary>Stops the run's span and resets the state.</summary>
    public void EndRun(RunStatus status, Exception? error, string? reason, DateTimeOffset timestamp, TimeSpan duration)
    {
        if (_run is null)
        {
            return;
        }

        foreach (var stage in _stages)
        {
            // A guard requested another round, in which another stage failed.
            if (stage.Span is { } span)
            {
                EndRound(span);
                stage.Span = null;
            }
        }

        if (_run.IsAllDataRequested)
        {
            _run.AddTag(AttributeNames.RunStatus, EntryPointTags.StatusOf(status));
            AddTag(_run, AttributeNames.CancellationReason, reason);
            if (status == RunStatus.Failed)
            {
                ErrorRecording.Fail(_run, error);
                TryRecord(_run, error, timestamp);
            }
        }

        _run.SetEndTime(_run.StartTimeUtc + duration);
        CallerContext.Restore(_callerContext);
        _run.Stop();
        _run = null;
        _callerContext = null;
        _runContext = null;
        _recorded = null;
    }

    private static void AddTag(Activity span, string name, string? value)
    {
        if (value is not null)
        {
            span.AddTag(name, value);
        }
    }

    // The span of the parent run is linked unless it is current, because then it is the parent. Otherwise, the span of
    // a stage lies between them, or the run is in another trace.
    private static ActivityLink[]? LinksTo(Activity? parent) =>
        parent is null || ReferenceEquals(parent, Activity.Current) ? null : [new ActivityLink(parent.Context)];

    private static object Number(int number) => number < Numbers.Length ? Numbers[number] : number;

    private void Stop(Activity span, int index, RunEventKind kind, int attempt, TimeSpan duration)
    {
        span.AddTag(AttributeNames.StageStatus, StageTags.StatusOf(kind));
        if (attempt != 1)
        {
            // The value 1 was set when the span started.
            span.SetTag(AttributeNames.StageAttempts, Number(attempt));
        }

        span.SetEndTime(span.StartTimeUtc + duration);
        EnterRun();
        span.Stop();
        Place(index).Span = null;
    }

    // The failure of a stage is usually also that of the run. Only one span records it with its stack trace.
    private void TryRecord(Activity span, Exception? exception, DateTimeOffset timestamp)
    {
        if (exception is not null && !ReferenceEquals(Interlocked.Exchange(ref _recorded, exception), exception))
        {
            Record(span, exception, timestamp);
        }
    }

    private static void Record(Activity span, Exception exception, DateTimeOffset timestamp)
    {
        try
        {
            ErrorRecording.AddException(span, exception, timestamp);
        }
#pragma warning disable CA1031 // Without a message or stack trace, the span still reports the type.
        catch (Exception)
#pragma warning restore CA1031
        {
            span.AddEvent(new ActivityEvent("exception", timestamp));
        }
    }

    private void AddSkip(in RunEvent skip)
    {
        if (_run is { IsAllDataRequested: true } && skip.Kind == RunEventKind.StageSkipped)
        {
            var tags = new ActivityTagsCollection
            {
                { AttributeNames.Stage, skip.Stage },
                { AttributeNames.SkipReason, skip.Reason },
            };
            _run.AddEvent(new ActivityEvent("sluice.stage.skipped", skip.Timestamp, tags));
        }
    }

    // The guard's span ends with the retry that it requested. The next call of the guard gets another span.
    private void EndRound(Activity span)
    {
        var end = span.StartTimeUtc;
        foreach (ref readonly var spanEvent in span.EnumerateEvents())
        {
            end = spanEvent.Timestamp.UtcDateTime;
        }

        span.SetEndTime(end);
        span.AddTag(AttributeNames.StageStatus, StageTags.Retried);
        EnterRun();
        span.Stop();
    }

    private Activity? SpanOf(int index)
    {
        var stages = Volatile.Read(ref _stages);
        return index < stages.Length ? stages[index].Span : null;
    }

    private StageSpan Place(int index)
    {
        var stages = Volatile.Read(ref _stages);
        return index < stages.Length ? stages[index] : Grow(index);
    }

    // Other stages may use their entries at the same time, so the entries remain the same objects.
    private StageSpan Grow(int index)
    {
        lock (_growing)
        {
            var stages = _stages;
            if (index >= stages.Length)
            {
                var grown = new StageSpan[Math.Max(index + 1, stages.Length * 2)];
                stages.CopyTo(grown, 0);
                for (var added = stages.Length; added < grown.Length; added++)
                {
                    grown[added] = new StageSpan();
                }

                Volatile.Write(ref _stages, stages = grown);
            }

            return stages[index];
        }
    }
}
