using System.ComponentModel;
using Sluice.CompilerServices.Streams;

namespace Sluice.CompilerServices;

/// <summary>
/// What the stages of one run share beside their values: its identity, its clock, how often stages were called, and what is called
/// when it ends. Emitted code opens one for a run that has use for it. Pooled; thread-safe while the run lasts.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial class RunScope
{
    private static readonly RunPool<RunScope> Pool = new();
    private static readonly bool KeepsOneOnThread = Pool.KeepsOneOnThread;

    [ThreadStatic]
    private static RunScope? idleOnThread;

    private readonly CleanUps _cleanUps;
    private ReportedStages _stages = ReportedStages.None;
    private RunContext? _context;
    private StageTimeout? _deadline;
    private TimeoutException? _timedOut;
    private CancellationToken _callerToken;
    private StreamCallers? _stream;
    private Guid _runId;
    private bool _hasRunId;

    private protected RunScope() => _cleanUps = new CleanUps(this);

    /// <summary>The clock of everything in the run that waits or measures.</summary>
    public TimeProvider TimeProvider { get; private set; } = TimeProvider.System;

    /// <summary>The token of the run: the caller's, or one that is cancelled at the run's deadline too.</summary>
    public CancellationToken Token { get; private set; }

    /// <summary>The token that the caller cancels the run with. Of a run that streams, which of its callers' has been cancelled.</summary>
    public CancellationToken CallerToken =>
        _stream is { } callers ? callers.Cancelling
        : _deadline is null ? Token
        : _callerToken;

    /// <summary>What the caller said of the run.</summary>
    public RunContext Context
    {
        get
        {
            if (Volatile.Read(ref _context) is { } context)
            {
                return context;
            }

            var made = new RunContext { RunId = RunId };
            return Interlocked.CompareExchange(ref _context, made, null) ?? made;
        }
    }

    /// <summary>Identifies the run.</summary>
    public Guid RunId
    {
        get
        {
            if (!Volatile.Read(ref _hasRunId))
            {
                MakeRunId();
            }

            return _runId;
        }
    }

    /// <summary>Whether a stage has registered something that has to be called when the run ends.</summary>
    public bool HasCleanUps => _hasContexts ? _cleanUps.Any : _cleanUps.AnyKept;

    /// <summary>What the caller said of the run, where it said anything or somebody asked.</summary>
    internal RunContext? KnownContext => Volatile.Read(ref _context);

    /// <summary>The stages of the entry point.</summary>
    private protected ReportedStages Stages => _stages;

    /// <summary>Opens the scope of a run.</summary>
    /// <param name="stages">The stages of the entry point.</param>
    /// <param name="context">What the caller says of the run.</param>
    /// <param name="isSynchronous">Whether nothing can be awaited in the run.</param>
    /// <param name="callerToken">The caller's token.</param>
    /// <returns>The scope.</returns>
    public static RunScope Open(
        ReportedStages stages,
        RunContext? context,
        bool isSynchronous,
        CancellationToken callerToken
    )
    {
        ArgumentNullException.ThrowIfNull(stages);
        var scope = KeepsOneOnThread ? idleOnThread : null;
        if (scope is not null)
        {
            idleOnThread = null;
        }
        else
        {
            scope = Pool.Rent() ?? new RunScope();
        }

        scope.Begin(stages, context, isSynchronous, callerToken);
        return scope;
    }

    /// <summary>Opens the scope of a run that somebody may observe.</summary>
    /// <typeparam name="TObserver">The type of the observer.</typeparam>
    /// <param name="stages">The stages of the entry point.</param>
    /// <param name="entryPoint">The name of the entry point.</param>
    /// <param name="observer">The observer.</param>
    /// <param name="context">What the caller says of the run.</param>
    /// <param name="isSynchronous">Whether nothing can be awaited in the run.</param>
    /// <param name="callerToken">The caller's token.</param>
    /// <returns>The scope.</returns>
    public static ObservedRun<TObserver> Observe<TObserver>(
        ReportedStages stages,
        string entryPoint,
        TObserver observer,
        RunContext? context,
        bool isSynchronous,
        CancellationToken callerToken
    )
        where TObserver : struct, IRunObserver =>
        ObservedRun<TObserver>.Open(stages, entryPoint, observer, context, isSynchronous, callerToken);

    /// <summary>What a run that a stage starts is given.</summary>
    /// <returns>A context derived from the run's.</returns>
    public RunContext Nested() => Context.CreateNested();

    /// <summary>The present moment for durations.</summary>
    /// <returns>A timestamp of the run's clock.</returns>
    public long Timestamp() => TimeProvider.GetTimestamp();

    /// <summary>The present moment for reports: never 0, which says there that a stage has not started.</summary>
    /// <returns>The tick after that of the run's clock, which may stand at 0.</returns>
    public long ReportTimestamp() => Timestamp() + 1;

    /// <summary>Makes of a cancellation that the deadline is the cause of what it is: a timeout of the run.</summary>
    /// <param name="exception">What ended the run.</param>
    /// <returns>What the run ends with.</returns>
    public Exception Cause(Exception exception)
    {
        if (
            exception is not OperationCanceledException or RunCancelledException
            || _deadline is not { HasElapsed: true }
        )
        {
            return exception;
        }

        _timedOut = new TimeoutException(
            $"A run of '{_stages.Pipeline}' has not ended by its deadline, {Context.Deadline:O}.",
            exception
        );
        RunFailure.Inherit(_timedOut, exception);
        return _timedOut;
    }

    /// <summary>What a stage has thrown, for what the run ends with: where its deadline is the cause, a cancellation.</summary>
    /// <param name="exception">What the run ends with.</param>
    /// <returns>What was thrown.</returns>
    public Exception Thrown(Exception exception) =>
        exception is not null && ReferenceEquals(exception, _timedOut) ? _timedOut.InnerException! : exception!;

    /// <summary>Calls what stages have registered, the last first, where nothing can be awaited.</summary>
    /// <param name="exception">What the run ends with so far, or <see langword="null"/>.</param>
    /// <returns>What it ends with.</returns>
    public Exception? CleanUp(Exception? exception) => _cleanUps.Run(exception);

    /// <summary>Calls what stages have registered, the last first.</summary>
    /// <param name="exception">What the run ends with so far, or <see langword="null"/>.</param>
    /// <returns>What it ends with.</returns>
    public ValueTask<Exception?> CleanUpAsync(Exception? exception) => _cleanUps.RunAsync(exception);

    /// <summary>Ends the run, and with it the use of the scope: it must not be touched afterwards.</summary>
    /// <param name="exception">What the run ended with, or <see langword="null"/>.</param>
    /// <param name="isCancellation">Whether it was cancelled.</param>
    /// <param name="outputMayKeepContext">Whether the output could still use a stage's context: then the scope is not used again.</param>
    /// <param name="report">What became of the stages, where it is at hand and not kept beside the exception yet.</param>
    public virtual void Close(
        Exception? exception = null,
        bool isCancellation = false,
        bool outputMayKeepContext = false,
        RunReport? report = null
    )
    {
        // What has been streamed may keep the token.
        _deadline?.End(outputMayKeepContext || _stream is not null);
        _deadline = null;
        _ = KeepFailures(exception, report);
        _failure = null;
        EndContexts(outputMayKeepContext);
        if (outputMayKeepContext)
        {
            return;
        }

        _hasEnded = false;
        _context = null;
        _timedOut = null;
        _hasRunId = false;
        Token = default;
        _callerToken = default;
        _stream = null;
        _stages = ReportedStages.None;
        ForgetCompensations();
        ForgetCalls();

        ReturnToPool();
    }

    /// <summary>Says that the run lasts as long as its stream, which has callers of its own.</summary>
    internal void Stream(StreamCallers callers) => _stream = callers;

    /// <summary>Has what a stage has produced disposed of when the run ends.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">What it has produced; where that is <see langword="null"/>, nothing happens.</param>
    /// <param name="onlyOnFailure">Whether the caller gets it where the run succeeds.</param>
    public void DisposeAtEnd<T>(T value, bool onlyOnFailure = false)
    {
        if (value is not null)
        {
            _cleanUps.AddDisposable(value, onlyOnFailure);
        }
    }

    /// <summary>Tells the observer that the stream of a stage was read to its end, or has failed.</summary>
    internal virtual void StreamEnded(int use, int stage, int? items, Exception? failure) { }

    /// <summary>Tells the observer that a stage is called again.</summary>
    private protected virtual void OnRetrying(int stage, int attempt, TimeSpan delay, Exception exception) { }

    /// <summary>Tells the observer that a guard has stages run again.</summary>
    private protected virtual void OnRunningAgain(int guard, Exception exception) { }

    private protected virtual void ReturnToPool()
    {
        if (KeepsOneOnThread && idleOnThread is null)
        {
            idleOnThread = this;
        }
        else
        {
            Pool.Return(this);
        }
    }

    /// <summary>Gives the run an id where it has none yet. To be asked before the scope is in anybody else's hands.</summary>
    /// <param name="now">The moment by the run's clock.</param>
    /// <returns>The id.</returns>
    private protected Guid Identify(DateTimeOffset now)
    {
        if (!_hasRunId)
        {
            _runId = ReferenceEquals(TimeProvider, TimeProvider.System)
                ? RunIdentifier.Create(now)
                : RunIdentifier.Create();
            _hasRunId = true;
        }

        return _runId;
    }

    private protected void Begin(
        ReportedStages stages,
        RunContext? context,
        bool isSynchronous,
        CancellationToken callerToken
    )
    {
        _stages = stages;
        _context = context;
        if (context is not null)
        {
            _runId = context.RunId;
            _hasRunId = true;
        }

        _cleanUps.Begin(isSynchronous);
        TimeProvider = context is null ? TimeProvider.System : context.TimeProvider;
        Token = callerToken;
        BeginCalls(stages.Names.Length);

        if (context?.Deadline is { } deadline)
        {
            _deadline = StageTimeout.Until(deadline, TimeProvider, context.Inherited, callerToken);
            context.KeepLimit(_deadline);
            _callerToken = callerToken;
            Token = _deadline.Token;
        }
    }

    // Two stages may ask at once: the run has one id.
    private void MakeRunId()
    {
        lock (Gate)
        {
            if (!_hasRunId)
            {
                _runId = RunIdentifier.Create();
                Volatile.Write(ref _hasRunId, true);
            }
        }
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other : one;
}
