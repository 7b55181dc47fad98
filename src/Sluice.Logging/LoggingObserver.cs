using Microsoft.Extensions.Logging;

namespace Sluice.Logging;

/// <summary>
/// Logs the events of runs as structured messages with stable event identifiers and names. It can be passed to any
/// number of concurrent runs. The default instance does nothing.
/// </summary>
/// <remarks>
/// <para>
/// Runs: <c>RunStarted</c> (1) at <see cref="LogLevel.Debug"/>, <c>RunSucceeded</c> (2) at
/// <see cref="LogLevel.Information"/>, <c>RunFailed</c> (3) at <see cref="LogLevel.Error"/>, <c>RunCancelled</c> (4) at
/// <see cref="LogLevel.Information"/>.
/// </para>
/// <para>
/// Stages: <c>StageReady</c> (11) and <c>StageStarted</c> (12) at <see cref="LogLevel.Trace"/>; <c>StageProgressed</c>
/// (14), <c>StagePublished</c> (15), <c>StageCompleted</c> (16), <c>StageSkipped</c> (17) and <c>StageCancelled</c>
/// (19) at <see cref="LogLevel.Debug"/>; <c>StageRetrying</c> (13) and <c>StageFailed</c> (18) at
/// <see cref="LogLevel.Warning"/>.
/// </para>
/// <para>
/// Compensations: <c>CompensationStarted</c> (20) at <see cref="LogLevel.Trace"/>, <c>CompensationCompleted</c> (21) at
/// <see cref="LogLevel.Information"/>, <c>CompensationFailed</c> (22) at <see cref="LogLevel.Error"/> with its
/// exception.
/// </para>
/// <para>
/// Each failure is logged once with its exception. A failure that ends the run is logged by <c>RunFailed</c>; its
/// <c>StageFailed</c> is logged at <see cref="LogLevel.Debug"/> without the exception. <see cref="FailureLevel"/>
/// selects other levels for failures, except for failed compensations. For published events only the name is logged. If
/// a level is disabled, nothing is formatted or allocated.
/// </para>
/// </remarks>
#pragma warning disable CA1815 // Observers are not compared.
public readonly struct LoggingObserver : IRunObserver
#pragma warning restore CA1815
{
    private readonly ILogger? _logger;
    private readonly bool _includeContext;

    /// <summary>Initializes a new instance of the <see cref="LoggingObserver"/> struct.</summary>
    /// <param name="logger">The logger that receives the messages.</param>
    /// <param name="includeContext">Whether each message has a scope that identifies the run.</param>
    /// <remarks>
    /// The scope contains <c>ParentRunId</c>, <c>RequestId</c>, <c>SessionId</c>, <c>UserId</c>, <c>TenantId</c> and
    /// the baggage of the run's <see cref="RunContext"/>, as far as they are set. It is open only while a message of
    /// the observer is logged, so messages of stages and of the caller are not affected.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="logger"/> is <see langword="null"/>.</exception>
    public LoggingObserver(ILogger logger, bool includeContext = false)
    {
        ArgumentNullException.ThrowIfNull(logger);
        _logger = logger;
        _includeContext = includeContext;
    }

    /// <summary>
    /// Selects the level of the messages <c>RunFailed</c>, <c>StageFailed</c> and <c>StageRetrying</c> that are logged
    /// with an exception. If this property is <see langword="null"/>, or returns <see langword="null"/>, the documented
    /// level applies.
    /// </summary>
    /// <remarks>
    /// The function is called on the threads of the run. If it throws, nothing further is logged for that run.
    /// </remarks>
    public Func<Exception, LogLevel?>? FailureLevel { get; init; }

    /// <inheritdoc />
    public void Observe(in RunEvent runEvent)
    {
        if (_logger is null)
        {
            return;
        }

        var level = LevelOf(in runEvent);
        if (!_logger.IsEnabled(level))
        {
            return;
        }

        if (_includeContext && runEvent.Context is { } context)
        {
            var identity = new RunIdentity(context);
            using (identity.Count > 0 ? _logger.BeginScope(identity) : null)
            {
                Log(_logger, level, in runEvent);
            }
        }
        else
        {
            Log(_logger, level, in runEvent);
        }
    }

    private LogLevel LevelOf(in RunEvent runEvent) =>
        runEvent.Kind switch
        {
            RunEventKind.RunCompleted => runEvent.Status == RunStatus.Failed
                ? LevelOf(runEvent.Error, LogLevel.Error)
                : LogLevel.Information,
            RunEventKind.StageFailed when runEvent.EndsRun => LogLevel.Debug,
            RunEventKind.StageRetrying or RunEventKind.StageFailed => LevelOf(runEvent.Error, LogLevel.Warning),
            RunEventKind.StageReady or RunEventKind.StageStarted or RunEventKind.CompensationStarted => LogLevel.Trace,
            RunEventKind.CompensationCompleted => LogLevel.Information,
            // A failed compensation is always an error: the effects of the stage remain, even if the failure of the run
            // was expected.
            RunEventKind.CompensationFailed => LogLevel.Error,
            _ => LogLevel.Debug,
        };

    private LogLevel LevelOf(Exception? error, LogLevel otherwise) =>
        error is null ? otherwise : FailureLevel?.Invoke(error) ?? otherwise;

    private static void Log(ILogger logger, LogLevel level, in RunEvent runEvent)
    {
        if (runEvent.Stage is { } stage)
        {
            LogStage(logger, level, stage, in runEvent);
        }
        else if (runEvent.Kind == RunEventKind.RunStarted)
        {
            RunLog.RunStarted(logger, level, runEvent.RunId, runEvent.Pipeline, runEvent.EntryPoint);
        }
        else if (runEvent.Kind == RunEventKind.RunCompleted)
        {
            LogEnd(logger, level, in runEvent);
        }
    }

    private static void LogEnd(ILogger logger, LogLevel level, in RunEvent end)
    {
        var (id, pipeline, entryPoint) = (end.RunId, end.Pipeline, end.EntryPoint);
        var duration = Milliseconds(end.Duration);
        switch (end.Status)
        {
            case RunStatus.Failed:
                RunLog.RunFailed(logger, level, end.Error, id, pipeline, entryPoint, duration);
                break;
            case RunStatus.Cancelled:
                RunLog.RunCancelled(
                    logger,
                    level,
                    end.Error,
                    id,
                    pipeline,
                    entryPoint,
                    duration,
                    end.Reason ?? "the caller requested it"
                );
                break;
            default:
                RunLog.RunSucceeded(logger, level, id, pipeline, entryPoint, duration);
                break;
        }
    }

    private static void LogStage(ILogger logger, LogLevel level, string stage, in RunEvent of)
    {
        var (id, pipeline, entryPoint) = (of.RunId, of.Pipeline, of.EntryPoint);
        var (attempt, duration, error) = (of.Attempt, Milliseconds(of.Duration), of.Error);
        switch (of.Kind)
        {
            case RunEventKind.StageReady:
                RunLog.StageReady(logger, level, stage, id, pipeline, entryPoint);
                break;
            case RunEventKind.StageStarted:
                RunLog.StageStarted(logger, level, stage, id, pipeline, entryPoint, attempt);
                break;
            case RunEventKind.StageRetrying:
                var delay = Milliseconds(of.RetryDelay);
                RunLog.StageRetrying(logger, level, error, stage, id, pipeline, entryPoint, attempt, delay);
                break;
            case RunEventKind.StageProgressed:
                var progress = of.Progress ?? 0;
                RunLog.StageProgressed(logger, level, stage, id, pipeline, entryPoint, progress, of.Name);
                break;
            case RunEventKind.StagePublished:
                RunLog.StagePublished(logger, level, stage, id, pipeline, entryPoint, of.Name);
                break;
            case RunEventKind.StageCompleted:
                RunLog.StageCompleted(logger, level, stage, id, pipeline, entryPoint, duration, attempt);
                break;
            case RunEventKind.StageSkipped:
                RunLog.StageSkipped(logger, level, stage, id, pipeline, entryPoint, of.Reason);
                break;
            case RunEventKind.StageFailed:
                RunLog.StageFailed(
                    logger,
                    level,
                    of.EndsRun ? null : error,
                    stage,
                    id,
                    pipeline,
                    entryPoint,
                    duration,
                    attempt
                );
                break;
            case RunEventKind.StageCancelled:
                RunLog.StageCancelled(logger, level, error, stage, id, pipeline, entryPoint, duration, attempt);
                break;
            case RunEventKind.CompensationStarted:
                RunLog.CompensationStarted(logger, level, stage, id, pipeline, entryPoint, attempt);
                break;
            case RunEventKind.CompensationCompleted:
                RunLog.CompensationCompleted(logger, level, stage, id, pipeline, entryPoint, duration, attempt);
                break;
            case RunEventKind.CompensationFailed:
                RunLog.CompensationFailed(logger, level, error, stage, id, pipeline, entryPoint, duration, attempt);
                break;
            default:
                // Events of the run itself name no stage.
                break;
        }
    }

    private static double Milliseconds(TimeSpan? time) => time.GetValueOrDefault().TotalMilliseconds;
}
