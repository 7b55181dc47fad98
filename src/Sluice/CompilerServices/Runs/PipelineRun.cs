using System.ComponentModel;
using System.Threading.Tasks.Sources;

namespace Sluice.CompilerServices;

/// <summary>
/// A run that has been suspended: what emitted code derives its run objects from. It is the source of the caller's
/// <see cref="ValueTask{TResult}"/> and goes back to its pool when the result is taken.
/// </summary>
/// <typeparam name="TResult">The type of the run's output.</typeparam>
/// <remarks>
/// A result may be taken once. A second attempt, or one after the run object serves another run, throws and never reads the other
/// run's result. A run whose result nobody takes is simply collected.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PipelineRun<TResult> : IValueTaskSource<TResult>, IValueTaskSource
{
    // The lease of a run object is its version and how far its result has got: it can be awaited once and taken once.
    private const int NotLeased = 0;
    private const int Leased = 1 << 16;
    private const int Awaited = 1 << 17;

    private ManualResetValueTaskSourceCore<TResult> _core;
    private ExecutionContext? _callerContext;
    private int _lease = NotLeased;
    private bool _isFailure;
    private RunFailure? _failure;
    private Task<TResult>? _task;

    /// <summary>The caller's token.</summary>
    protected CancellationToken CallerToken { get; private set; }

    /// <summary>Identifies this use of the run object among all its uses.</summary>
    protected short Version => _core.Version;

    /// <summary>The entry point, for messages.</summary>
    protected abstract string EntryPoint { get; }

    /// <inheritdoc />
    public ValueTaskSourceStatus GetStatus(short token)
    {
        _ = ThrowIfEnded(token);
        var status = StatusOf(token);

        // The core takes every OperationCanceledException for a cancellation. One that no cancelled token explains is a failure.
        return status == ValueTaskSourceStatus.Canceled && _isFailure ? ValueTaskSourceStatus.Faulted : status;
    }

    /// <inheritdoc />
    public void OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    )
    {
        var leased = Leased | (ushort)token;
        if (Interlocked.CompareExchange(ref _lease, leased | Awaited, leased) != leased)
        {
            throw Ended();
        }

        _core.OnCompleted(continuation, state, token, flags);
    }

    /// <inheritdoc />
    public TResult GetResult(short token)
    {
        var lease = ThrowIfEnded(token);
        if (StatusOf(token) == ValueTaskSourceStatus.Pending)
        {
            throw new InvalidOperationException(
                $"The run of '{EntryPoint}' has not ended yet. Await its ValueTask, or call AsTask() first to block on it."
            );
        }

        if (Interlocked.CompareExchange(ref _lease, NotLeased, lease) != lease)
        {
            throw Ended();
        }

        if (_failure is { } failure)
        {
            failure.Thrown();
            if (_task is { } task)
            {
                RunTask.Keep(task, failure);
            }
        }

        try
        {
            return _core.GetResult(token);
        }
        finally
        {
            Recycle();
        }
    }

    /// <inheritdoc />
    void IValueTaskSource.GetResult(short token) => GetResult(token);

    /// <summary>Makes the run object ready for a run.</summary>
    /// <param name="callerContext">The caller's execution context, in which stages are resumed into.</param>
    /// <param name="callerToken">The caller's token.</param>
    protected void Open(ExecutionContext? callerContext, CancellationToken callerToken)
    {
        _lease = Leased | (ushort)_core.Version;
        _callerContext = callerContext;
        CallerToken = callerToken;
    }

    /// <summary>Makes the task that takes the result, where the entry point returns one. To be called before the run begins.</summary>
    /// <returns>The task.</returns>
    protected Task<TResult> AsTask() => _task = new ValueTask<TResult>(this, Version).AsTask();

    /// <summary>Ends the run with its output. The run object must not be touched afterwards.</summary>
    /// <param name="result">The output.</param>
    protected void Complete(TResult result) => _core.SetResult(result);

    /// <summary>Ends the run with what went wrong. The run object must not be touched afterwards.</summary>
    /// <param name="exception">The original exception.</param>
    /// <param name="isCancellation">Whether it is the effect of a cancelled token.</param>
    protected void CompleteExceptionally(Exception exception, bool isCancellation)
    {
        _isFailure = !isCancellation;
        _core.SetException(exception);
    }

    /// <summary>Ends the run with what went wrong, and what is known of it. The run object must not be touched afterwards.</summary>
    private protected void CompleteExceptionally(Exception exception, bool isCancellation, RunFailure failure)
    {
        _failure = failure;
        CompleteExceptionally(exception, isCancellation);
    }

    /// <summary>
    /// Undoes what has to be undone and calls what stages have registered, and ends the run then. The run object must not be touched
    /// afterwards.
    /// </summary>
    /// <param name="scope">The scope of the run.</param>
    /// <param name="exception">What the run ends with so far, or <see langword="null"/>.</param>
    /// <param name="compensation">What undoes the stages that have ended.</param>
    protected void CleanUp(RunScope scope, Exception? exception, ValueTask compensation)
    {
        ArgumentNullException.ThrowIfNull(scope);
        _ = CleanUpAsync(scope, exception, compensation);
    }

    /// <summary>Ends a run whose stages have registered something, when that has been called.</summary>
    /// <param name="exception">What the run ends with, or <see langword="null"/>.</param>
    protected virtual void Ended(Exception? exception) => throw new System.Diagnostics.UnreachableException();

    /// <summary>Clears every field that holds a reference and puts the run object into its pool.</summary>
    protected abstract void ReturnToPool();

    /// <summary>
    /// Enters the caller's execution context on a thread that resumes the run, unless the stack is nearly used up or the thread
    /// suppresses the flow of its context.
    /// </summary>
    /// <param name="previous">The context to go back to with <see cref="Leave"/>.</param>
    /// <returns>Whether the calling thread may go on. Otherwise another thread has to.</returns>
    protected bool TryEnter(out ExecutionContext? previous)
    {
        previous = ExecutionContext.Capture();
        if ((previous is null && _callerContext is not null) || !ResumptionDepth.TryIncrease())
        {
            return false;
        }

        if (_callerContext is not null && !ReferenceEquals(previous, _callerContext))
        {
            ExecutionContext.Restore(_callerContext);
        }

        return true;
    }

    /// <summary>The same, with a continuation that is handed to the thread pool where the calling thread may not go on.</summary>
    /// <param name="continuation">What to call on the thread pool instead.</param>
    /// <param name="previous">The context to go back to with <see cref="Leave"/>.</param>
    /// <returns>Whether the calling thread may go on.</returns>
    protected bool TryEnter(Action continuation, out ExecutionContext? previous)
    {
        if (TryEnter(out previous))
        {
            return true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static action => action(), continuation, preferLocal: true);
        return false;
    }

    /// <summary>Goes back to the execution context that the thread had before it entered the caller's.</summary>
    /// <param name="previous">That context.</param>
    protected static void Leave(ExecutionContext? previous)
    {
        ResumptionDepth.Decrease();
        CallerContext.Restore(previous);
    }

    // Neither of what is awaited throws.
    private async Task CleanUpAsync(RunScope scope, Exception? exception, ValueTask compensation)
    {
        await compensation.ConfigureAwait(false);
        Ended(await scope.CleanUpAsync(exception).ConfigureAwait(false));
    }

    private void Recycle()
    {
        _core.Reset();
        _callerContext = null;
        CallerToken = default;
        _isFailure = false;
        _failure = null;
        _task = null;

        // The version has come full circle: a ValueTask of the first use could be taken for one of the next. Let the collector have it.
        if (_core.Version != 0)
        {
            ReturnToPool();
        }
    }

    // Another thread may take the result in between, and what the core throws then names nothing.
    private ValueTaskSourceStatus StatusOf(short token)
    {
        try
        {
            return _core.GetStatus(token);
        }
        catch (InvalidOperationException)
        {
            throw Ended();
        }
    }

    private int ThrowIfEnded(short token)
    {
        var lease = Volatile.Read(ref _lease);
        return (lease & ~Awaited) == (Leased | (ushort)token) ? lease : throw Ended();
    }

    private InvalidOperationException Ended() =>
        new(
            $"This ValueTask of '{EntryPoint}' is awaited elsewhere or has given its result already. A ValueTask may be awaited once; "
                + "call AsTask() or Preserve() to await it more often."
        );
}
