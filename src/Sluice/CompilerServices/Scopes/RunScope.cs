using System.ComponentModel;
using Sluice.CompilerServices.Streams;

namespace Sluice.CompilerServices;

/// <summary>
/// The state that the stages of one run share besides their values: the identity and the clock of the run, the number of calls of each
/// stage, and the callbacks at its end. Emitted code opens a scope for a run that needs one. Pooled; thread-safe while the run lasts.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial class RunScope
{
    private static readonly RunPool<RunScope> Pool = new();
    private static readonly bool KeepsOneOnThread = Pool.KeepsOneOnThread;

    [ThreadStatic]
    private static RunScope? _idleOnThread;

    private RunIdentity _identity = new();
    private ReportedStages _stages = ReportedStages.None;
    private StageTimeout? _deadline;
    private TimeoutException? _timedOut;
    private CancellationToken _callerToken;
    private StreamCallers? _stream;

    private protected RunScope() { }

    /// <summary>The clock of everything in the run that waits or measures.</summary>
    public TimeProvider TimeProvider => _identity.TimeProvider;

    /// <summary>The token of the run: the caller's, or one that is cancelled at the run's deadline too.</summary>
    public CancellationToken Token { get; private set; }

    /// <summary>
    /// The token with which the caller cancels the run. A run that streams has two callers: then it is the token that is cancelled.
    /// </summary>
    public CancellationToken CallerToken =>
        _stream is { } callers ? callers.Cancelling
        : _deadline is null ? Token
        : _callerToken;

    /// <summary>The context of the run.</summary>
    public RunContext Context => _identity.Context(Gate);

    /// <summary>The id of the run.</summary>
    internal Guid RunId => _identity.RunId(Gate);

    /// <summary>The context that the caller has passed or that was made on request, or <see langword="null"/>.</summary>
    internal RunContext? KnownContext => _identity.KnownContext;

    /// <summary>The stages of the entry point.</summary>
    private protected ReportedStages Stages => _stages;

    /// <summary>Opens the scope of a run.</summary>
    /// <param name="stages">The stages of the entry point.</param>
    /// <param name="context">The context that the caller passes, or <see langword="null"/>.</param>
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
        var scope = KeepsOneOnThread ? _idleOnThread : null;
        if (scope is not null)
        {
            _idleOnThread = null;
        }
        else
        {
            scope = Pool.Rent() ?? new RunScope();
        }

        scope.Begin(stages, context, isSynchronous, callerToken);
        return scope;
    }

    /// <summary>Opens the scope of a run that may be observed.</summary>
    /// <typeparam name="TObserver">The type of the observer.</typeparam>
    /// <param name="stages">The stages of the entry point.</param>
    /// <param name="entryPoint">The name of the entry point.</param>
    /// <param name="observer">The observer.</param>
    /// <param name="context">The context that the caller passes, or <see langword="null"/>.</param>
    /// <param name="isSynchronous">Whether nothing can be awaited in the run.</param>
    /// <param name="callerToken">The caller's token.</param>
    /// <returns>The scope.</returns>
    internal static ObservedRun<TObserver> Observe<TObserver>(
        ReportedStages stages,
        string entryPoint,
        TObserver observer,
        RunContext? context,
        bool isSynchronous,
        CancellationToken callerToken
    )
        where TObserver : struct, IRunObserver =>
        ObservedRun<TObserver>.Open(stages, entryPoint, observer, context, isSynchronous, callerToken);

    /// <summary>Makes the context of a run that a stage starts.</summary>
    /// <returns>A context that is derived from the run's.</returns>
    public RunContext Nested() => Context.CreateNested();

    /// <summary>The present time, for durations.</summary>
    /// <returns>A timestamp of the run's clock.</returns>
    internal long Timestamp() => TimeProvider.GetTimestamp();

    /// <summary>The present time, for reports. It is never 0, which means in a report that a stage has not started.</summary>
    /// <returns>The timestamp of the run's clock, which may be 0, and one tick.</returns>
    public long ReportTimestamp() => Timestamp() + 1;

    /// <summary>Makes a timeout of a cancellation at the run's deadline.</summary>
    /// <param name="exception">The exception that ended the run.</param>
    /// <returns>The exception that the run ends with.</returns>
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
            $"A run of '{_stages.Pipeline}' did not end by its deadline, {Context.Deadline:O}.",
            exception
        );
        RunFailure.Inherit(_timedOut, exception);
        return _timedOut;
    }

    /// <summary>The exception of a stage that the run ends with: a cancellation if <see cref="Cause"/> has made a timeout of it.</summary>
    /// <param name="exception">The exception that the run ends with.</param>
    /// <returns>The exception that the stage threw.</returns>
    public Exception Thrown(Exception exception) =>
        exception is not null && ReferenceEquals(exception, _timedOut) ? _timedOut.InnerException! : exception!;

    /// <summary>Ends the run and the use of the scope, which must not be touched afterwards.</summary>
    /// <param name="exception">The exception that the run ended with, or <see langword="null"/>.</param>
    /// <param name="isCancellation">Whether the run was cancelled.</param>
    /// <param name="outputMayKeepContext">
    /// Whether the output could still use the context of a stage: then the scope is not used again.
    /// </param>
    /// <param name="report">The report of the run, if it was made and is not kept beside the exception yet.</param>
    public virtual void Close(
        Exception? exception = null,
        bool isCancellation = false,
        bool outputMayKeepContext = false,
        RunReport? report = null
    )
    {
        // The items of a stream may keep the token.
        _deadline?.End(outputMayKeepContext || _stream is not null);
        _deadline = null;
        _ = KeepFailures(exception, report);
        _failure = null;
        EndContexts(outputMayKeepContext);
        if (outputMayKeepContext)
        {
            return;
        }

        _identity.Clear();
        _calls.Clear();
        _rounds.Clear();
        _end.Clear();
        _timedOut = null;
        Token = default;
        _callerToken = default;
        _stream = null;
        _stages = ReportedStages.None;
        ReturnToPool();
    }

    /// <summary>Notes that the run lasts as long as its stream, which has callers of its own.</summary>
    internal void Stream(StreamCallers callers) => _stream = callers;

    /// <summary>Tells the observer that the stream of a stage was read to its end or has failed.</summary>
    internal virtual void StreamEnded(int use, int stage, int? items, Exception? failure) { }

    private protected virtual void ReturnToPool()
    {
        if (KeepsOneOnThread && _idleOnThread is null)
        {
            _idleOnThread = this;
        }
        else
        {
            Pool.Return(this);
        }
    }

    /// <summary>Makes the id of the run if there is none. To be called before another thread can see the scope.</summary>
    /// <param name="now">The present time of the run's clock.</param>
    /// <returns>The id.</returns>
    private protected Guid Identify(DateTimeOffset now) => _identity.Identify(now);

    private protected void Begin(
        ReportedStages stages,
        RunContext? context,
        bool isSynchronous,
        CancellationToken callerToken
    )
    {
        _stages = stages;
        _identity.Begin(context);
        _end.Begin(isSynchronous);
        _calls.Begin(stages.Names.Length);
        Token = callerToken;
        if (context?.Deadline is { } deadline)
        {
            _deadline = StageTimeout.Until(deadline, TimeProvider, context.Inherited, callerToken);
            context.KeepLimit(_deadline);
            _callerToken = callerToken;
            Token = _deadline.Token;
        }
    }
}
