using System.Runtime.ExceptionServices;
using System.Threading.Tasks.Sources;

namespace Sluice.CompilerServices;

/// <summary>
/// The end of a run that failed on the caller's stack, or that calls clean-ups before it ends. A caller that takes the exception finds
/// the details of this run beside it, even if other runs have ended with the same object meanwhile.
/// </summary>
/// <typeparam name="TResult">The type of the run's output.</typeparam>
/// <remarks>It serves one run and is never leased again, so its result may be taken any number of times.</remarks>
internal sealed class EndingRun<TResult> : IValueTaskSource<TResult>, IValueTaskSource
{
    private CompletionCore<TResult> _core;
    private RunFailure? _failure;
    private Task<TResult>? _task;

    /// <summary>The value task that an entry point with an output returns.</summary>
    public ValueTask<TResult> ValueTask => new(this, token: 0);

    /// <summary>The value task that an entry point without an output returns.</summary>
    public ValueTask ValueTaskWithoutResult => new(this, token: 0);

    /// <summary>Makes the task that an entry point returns. To be called once, before the run ends.</summary>
    public Task<TResult> AsTask() => _task = ValueTask.AsTask();

    /// <summary>Ends the run with its output.</summary>
    public void Succeed(TResult result)
    {
        _core.StoreResult(result);
        _core.Complete();
    }

    /// <summary>Ends the run with an exception.</summary>
    public void Fail(Exception exception, bool isCancellation, RunFailure? failure)
    {
        _failure = failure;
        _core.StoreFailure(ExceptionDispatchInfo.Capture(exception), isCancellation);
        _core.Complete();
    }

    /// <inheritdoc />
    public ValueTaskSourceStatus GetStatus(short token) => _core.Status;

    /// <inheritdoc />
    public void OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => _core.OnCompleted(continuation, state, flags);

    /// <inheritdoc />
    public TResult GetResult(short token)
    {
        if (!_core.IsCompleted)
        {
            throw new InvalidOperationException(
                "The run has not completed yet. Await its ValueTask, or call AsTask() first to block on it."
            );
        }

        if (_core.Failure is { } exception)
        {
            if (_failure is { } failure)
            {
                RunTask.Thrown(failure, _task);
            }

            exception.Throw();
        }

        return _core.Result;
    }

    /// <inheritdoc />
    void IValueTaskSource.GetResult(short token) => GetResult(token);
}
