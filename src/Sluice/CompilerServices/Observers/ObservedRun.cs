namespace Sluice.CompilerServices;

/// <summary>
/// The scope of an observed run. It numbers the events, adds timestamps and passes them to the observer. Pooled;
/// thread-safe during the run.
/// </summary>
/// <typeparam name="TObserver">
/// The type of the observer, or <see cref="NoObserver"/> if the run is not observed.
/// </typeparam>
internal sealed partial class ObservedRun<TObserver> : RunScope
    where TObserver : struct, IRunObserver
{
    private static readonly RunPool<ObservedRun<TObserver>> Pool = new();
    private static readonly bool KeepsOneOnThread = Pool.KeepsOneOnThread;

    [ThreadStatic]
    private static ObservedRun<TObserver>? _idleOnThread;

    private TObserver _observer;
    private string _entryPoint = "";
    private long[] _started = [];
    private long _runStarted;
    private double _ticksOfTimestamp;
    private DateTimeOffset _runStartedAt;
    private long _sequence;
    private Exception? _observerFailure;
    private volatile bool _hasEndedForOutput;

    private ObservedRun() { }

    /// <summary>
    /// The exception that the observer threw, or <see langword="null"/>. The observer is not called again after it.
    /// </summary>
    public Exception? ObserverFailure => Volatile.Read(ref _observerFailure) ?? IObserverFailure.Of(_observer);

    // A constant for the JIT, which removes all code for events if the run is not observed.
    private static bool IsObserved => typeof(TObserver) != typeof(NoObserver);

    // No event is created if telemetry is the only observer, because it needs only a few values of each stage.
    private static bool IsTraced => typeof(TObserver) == typeof(RunTelemetry);

    internal static ObservedRun<TObserver> Open(
        ReportedStages stages,
        string entryPoint,
        TObserver observer,
        RunContext? context,
        bool isSynchronous,
        CancellationToken callerToken
    )
    {
        ArgumentNullException.ThrowIfNull(stages);
        var scope = KeepsOneOnThread ? _idleOnThread : null;
        if (scope is not null)
        {
            _idleOnThread = null;
        }
        else
        {
            scope = Pool.Rent() ?? new ObservedRun<TObserver>();
        }

        scope.Begin(stages, context, isSynchronous, callerToken);
        if (IsObserved)
        {
            scope._observer = observer;
            scope._entryPoint = entryPoint;
            if (scope._started.Length < stages.Names.Length)
            {
                scope._started = new long[stages.Names.Length];
            }

            scope._ticksOfTimestamp = (double)TimeSpan.TicksPerSecond / scope.TimeProvider.TimestampFrequency;
            scope._runStartedAt = scope.TimeProvider.GetUtcNow();
            scope._runStarted = scope.Timestamp();
            if (IsTraced)
            {
                scope.TraceRunStart();
            }
            else
            {
                scope.Notify(new Details(RunEventKind.RunStarted, -1), scope._runStarted);
            }
        }

        return scope;
    }

    /// <summary>Reports that all dependencies of a stage have settled.</summary>
    /// <param name="stage">The index of the stage.</param>
    public void Ready(int stage)
    {
        if (IsObserved && !IsTraced)
        {
            Notify(new Details(RunEventKind.StageReady, stage), Timestamp());
        }
    }

    /// <summary>Reports that a stage is about to be called.</summary>
    /// <param name="stage">The index of the stage.</param>
    public void Started(int stage)
    {
        if (IsObserved)
        {
            var now = Timestamp();
            _started[stage] = now;
            if (IsTraced)
            {
                TraceStart(stage, now);
                return;
            }

            Notify(new Details(RunEventKind.StageStarted, stage) { Attempt = CallsOf(stage) }, now);
        }
    }

    /// <summary>Reports that a stage completed.</summary>
    /// <typeparam name="T">The type of the stage's output.</typeparam>
    /// <param name="stage">The index of the stage.</param>
    /// <param name="output">The output of the stage. Any value for an effect.</param>
    public void Completed<T>(int stage, T output)
    {
        if (IsObserved)
        {
            var now = Timestamp();
            if (IsTraced)
            {
                TraceCompletion(stage, now);
                return;
            }

            Notify(
                new Details(RunEventKind.StageCompleted, stage)
                {
                    Attempt = CallsOf(stage),
                    Duration = Elapsed(_started[stage], now),
                    OutputSize = Sluice.CompilerServices.OutputSize.Of(output),
                },
                now
            );
        }
    }

    /// <summary>Reports that a stage did not run, or that it returned no output.</summary>
    /// <param name="stage">The index of the stage.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="hasStarted">Whether the stage was called.</param>
    public void Skipped(int stage, string? reason, bool hasStarted)
    {
        if (IsObserved)
        {
            var now = Timestamp();
            Notify(
                new Details(RunEventKind.StageSkipped, stage)
                {
                    Attempt = hasStarted ? CallsOf(stage) : 0,
                    Duration = hasStarted ? Elapsed(_started[stage], now) : null,
                    Reason = reason,
                },
                now
            );
        }
    }

    /// <summary>Reports that a stage failed, or was cancelled while it was under way.</summary>
    /// <param name="stage">The index of the stage.</param>
    /// <param name="exception">The exception that the stage threw.</param>
    /// <param name="isCancellation">Whether the stage was cancelled.</param>
    /// <param name="endsRun">Whether the failure ends the run.</param>
    public void Failed(int stage, Exception exception, bool isCancellation, bool endsRun = true)
    {
        if (IsObserved)
        {
            var now = Timestamp();
            Notify(
                new Details(isCancellation ? RunEventKind.StageCancelled : RunEventKind.StageFailed, stage)
                {
                    Attempt = CallsOf(stage),
                    Duration = Elapsed(_started[stage], now),
                    Error = exception,
                    EndsRun = endsRun && !isCancellation,
                },
                now
            );
        }
    }

    /// <inheritdoc />
    public override void Close(
        Exception? exception = null,
        bool isCancellation = false,
        bool outputMayKeepContext = false,
        RunReport? report = null
    )
    {
        if (IsObserved)
        {
            _ = KeepFailures(exception, report ??= Report);

            // Contexts report under the same lock, so their reports arrive before the run can end, or not at all.
            lock (_unread)
            {
                EndContexts(outputMayKeepContext);
            }

            EndStages(exception);
            var now = Timestamp();
            var details = new Details(RunEventKind.RunCompleted, -1)
            {
                Duration = Elapsed(_runStarted, now),
                Error = exception,
                Reason = (exception as RunCancelledException)?.Message,
                Status =
                    exception is null ? RunStatus.Succeeded
                    : isCancellation ? RunStatus.Cancelled
                    : RunStatus.Failed,
            };
            if (IsTraced)
            {
                TraceRunEnd(in details, now);
            }
            else
            {
                Notify(in details, now);
            }

            // The report was created before the run ended. It does not yet contain an exception that the observer threw
            // for the end of the run.
            if (report is not null && ObserverFailure is { } failure)
            {
                report.Add(failure, Stages);
            }
        }

        _hasEndedForOutput = outputMayKeepContext;
        base.Close(exception, isCancellation, outputMayKeepContext, report);
    }

    // Ends the stages whose end is not reported otherwise.
    private void EndStages(Exception? exception)
    {
        EndUnreadStreams(exception);
        EndRounds();
    }

    private protected override void OnRetrying(int stage, int attempt, TimeSpan delay, Exception exception)
    {
        if (IsObserved)
        {
            var now = Timestamp();
            Notify(
                new Details(RunEventKind.StageRetrying, stage)
                {
                    Attempt = attempt,
                    Duration = Elapsed(_started[stage], now),
                    RetryDelay = delay,
                    Error = exception,
                },
                now
            );
        }
    }

    private protected override void ReturnToPool()
    {
        _observer = default;
        _observerFailure = null;
        _undone = null;
        _sequence = 0;
        if (KeepsOneOnThread && _idleOnThread is null)
        {
            _idleOnThread = this;
        }
        else
        {
            Pool.Return(this);
        }
    }

    private void Notify(in Details details, long now)
    {
        // An output that is read after the run may still use the context of a stage.
        if (Volatile.Read(ref _observerFailure) is not null || _hasEndedForOutput)
        {
            return;
        }

        var runEvent = new RunEvent
        {
            Kind = details.Kind,
            SequenceNumber = Interlocked.Increment(ref _sequence),
            Timestamp = MomentOf(now),
            RunId = RunId,
            Pipeline = Stages.Pipeline,
            EntryPoint = _entryPoint,
            Context = KnownContext,
            Stage = details.Stage < 0 ? null : NameOf(details.Stage),
            StageIndex = details.Stage,
            Attempt = details.Attempt,
            Duration = details.Duration,
            RetryDelay = details.RetryDelay,
            Error = details.Error,
            EndsRun = details.EndsRun,
            Reason = details.Reason,
            Status = details.Status,
            OutputSize = details.OutputSize,
            Progress = details.Progress,
            Name = details.Name,
            Payload = details.Payload,
        };
        try
        {
            _observer.Observe(in runEvent);
        }
#pragma warning disable CA1031 // An observer never breaks a run: its exceptions are reported.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            KeepFailure(exception);
        }
    }

    private void KeepFailure(Exception exception)
    {
        if (Interlocked.CompareExchange(ref _observerFailure, exception, null) is null)
        {
            SluiceEventSource.Log.ObserverFailed(Stages.Pipeline, _entryPoint, typeof(TObserver).Name, exception);
        }
    }

    // The same computation as in TimeProvider, which would look up the frequency each time.
    private TimeSpan Elapsed(long from, long to) => new((long)((to - from) * _ticksOfTimestamp));

    private DateTimeOffset MomentOf(long timestamp) => _runStartedAt + Elapsed(_runStarted, timestamp);

    /// <summary>The values that differ between the kinds of events.</summary>
    private readonly struct Details(RunEventKind kind, int stage)
    {
        public RunEventKind Kind { get; } = kind;
        public int Stage { get; } = stage;
        public int Attempt { get; init; }
        public TimeSpan? Duration { get; init; }
        public TimeSpan? RetryDelay { get; init; }
        public Exception? Error { get; init; }
        public bool EndsRun { get; init; }
        public string? Reason { get; init; }
        public RunStatus Status { get; init; }
        public int? OutputSize { get; init; }
        public double? Progress { get; init; }
        public string? Name { get; init; }
        public object? Payload { get; init; }
    }
}
