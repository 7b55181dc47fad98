using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>
/// The base class of the run objects of emitted code: a run that has been suspended, and the source of the caller's
/// <see cref="ValueTask{TResult}"/>. It returns to its pool when the result is taken.
/// </summary>
/// <typeparam name="TResult">The type of the run's output.</typeparam>
/// <remarks>A run whose result is never taken is left to the garbage collector.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PipelineRun<TResult> : LeasedSource<TResult>
{
    private ExecutionContext? _callerContext;
    private RunFailure? _failure;
    private Task<TResult>? _task;

    /// <summary>The caller's token.</summary>
    protected CancellationToken CallerToken { get; private set; }

    /// <summary>The entry point, for messages.</summary>
    protected abstract string EntryPoint { get; }

    /// <summary>Makes the run object ready for a run.</summary>
    /// <param name="callerContext">The caller's execution context, in which stages are resumed.</param>
    /// <param name="callerToken">The caller's token.</param>
    protected void Open(ExecutionContext? callerContext, CancellationToken callerToken)
    {
        Lease();
        _callerContext = callerContext;
        CallerToken = callerToken;
    }

    /// <summary>Makes the task that an entry point returns. To be called before the run begins.</summary>
    /// <returns>The task.</returns>
    protected Task<TResult> AsTask() => _task = new ValueTask<TResult>(this, Version).AsTask();

    /// <summary>Ends the run with its output. The run object must not be touched afterwards.</summary>
    /// <param name="result">The output.</param>
    protected void Complete(TResult result) => SetResult(result);

    /// <summary>Ends the run with an exception. The run object must not be touched afterwards.</summary>
    /// <param name="exception">The original exception.</param>
    /// <param name="isCancellation">Whether it is the effect of a cancelled token.</param>
    private protected void CompleteExceptionally(Exception exception, bool isCancellation) =>
        SetException(exception, isCancellation);

    /// <summary>Ends the run with an exception and the details of the run. The run object must not be touched afterwards.</summary>
    private protected void CompleteExceptionally(Exception exception, bool isCancellation, RunFailure failure)
    {
        _failure = failure;
        CompleteExceptionally(exception, isCancellation);
    }

    /// <summary>
    /// Awaits the compensation, calls the callbacks that stages have registered, and ends the run. The run object must not be touched
    /// afterwards.
    /// </summary>
    /// <param name="scope">The scope of the run.</param>
    /// <param name="exception">The exception that the run ends with so far, or <see langword="null"/>.</param>
    /// <param name="compensation">The compensation of the stages that have ended.</param>
    protected void CleanUp(RunScope scope, Exception? exception, ValueTask compensation)
    {
        ArgumentNullException.ThrowIfNull(scope);
        _ = CleanUpAsync(scope, exception, compensation);
    }

    /// <summary>Ends a run after its callbacks were called.</summary>
    /// <param name="exception">The exception that the run ends with, or <see langword="null"/>.</param>
    protected virtual void Ended(Exception? exception) => throw new System.Diagnostics.UnreachableException();

    /// <summary>Clears every field that holds a reference, and puts the run object into its pool.</summary>
    protected abstract void ReturnToPool();

    /// <summary>
    /// Enters the caller's execution context on a thread that resumes the run, unless the stack is nearly used up or the thread
    /// suppresses the flow of its context.
    /// </summary>
    /// <param name="previous">The context that <see cref="Leave"/> restores.</param>
    /// <returns>Whether the calling thread may continue. Otherwise another thread has to.</returns>
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

    /// <summary>Enters the caller's execution context, or has the thread pool continue if the calling thread may not.</summary>
    /// <param name="continuation">The delegate that the thread pool calls.</param>
    /// <param name="previous">The context that <see cref="Leave"/> restores.</param>
    /// <returns>Whether the calling thread may continue.</returns>
    protected bool TryEnter(Action continuation, out ExecutionContext? previous)
    {
        if (TryEnter(out previous))
        {
            return true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static action => action(), continuation, preferLocal: true);
        return false;
    }

    /// <summary>Restores the execution context that the thread had before it entered the caller's.</summary>
    /// <param name="previous">The context that <see cref="TryEnter(out ExecutionContext?)"/> has given.</param>
    protected static void Leave(ExecutionContext? previous)
    {
        ResumptionDepth.Decrease();
        CallerContext.Restore(previous);
    }

    // Neither of the awaited operations throws.
    private async Task CleanUpAsync(RunScope scope, Exception? exception, ValueTask compensation)
    {
        await compensation.ConfigureAwait(false);
        Ended(await scope.CleanUpAsync(exception).ConfigureAwait(false));
    }

    private protected sealed override void Recycle(bool isSpent)
    {
        _callerContext = null;
        CallerToken = default;
        _failure = null;
        _task = null;
        if (!isSpent)
        {
            ReturnToPool();
        }
    }

    private protected sealed override void Throwing()
    {
        if (_failure is { } failure)
        {
            RunTask.Thrown(failure, _task);
        }
    }

    private protected sealed override InvalidOperationException UsedTwice() =>
        new(
            $"This ValueTask of '{EntryPoint}' is already awaited elsewhere, or has already returned its result. A ValueTask can be awaited only once; "
                + "call AsTask() or Preserve() to await it more often."
        );

    private protected sealed override InvalidOperationException Unfinished() =>
        new(
            $"The run of '{EntryPoint}' has not completed yet. Await its ValueTask, or call AsTask() first to block on it."
        );
}
