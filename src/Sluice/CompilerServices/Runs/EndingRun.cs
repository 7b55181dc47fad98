using System.Threading.Tasks.Sources;

namespace Sluice.CompilerServices;

/// <summary>
/// The end of a run that failed, or that has something to be called before it ends. Who takes its failure finds beside the exception
/// what is known of this run, whoever else has ended with the same object meanwhile.
/// </summary>
/// <typeparam name="TResult">The type of the run's output.</typeparam>
internal sealed class EndingRun<TResult> : IValueTaskSource<TResult>, IValueTaskSource
{
    private ManualResetValueTaskSourceCore<TResult> _core;
    private RunFailure? _failure;
    private Task<TResult>? _task;
    private bool _isFailure;

    /// <summary>What an entry point returns that gives a <see cref="ValueTask{TResult}"/>.</summary>
    public ValueTask<TResult> ValueTask => new(this, _core.Version);

    /// <summary>The same where it has no output.</summary>
    public ValueTask ValueTaskWithoutResult => new(this, _core.Version);

    /// <summary>The task that takes the result, where the entry point returns one. To be asked before the run ends, and only once.</summary>
    public Task<TResult> AsTask() => _task = ValueTask.AsTask();

    /// <summary>Ends the run well.</summary>
    public void Succeed(TResult result) => _core.SetResult(result);

    /// <summary>Ends the run badly.</summary>
    public void Fail(Exception exception, bool isCancellation, RunFailure? failure)
    {
        _failure = failure;
        _isFailure = !isCancellation;
        _core.SetException(exception);
    }

    /// <inheritdoc />
    public ValueTaskSourceStatus GetStatus(short token) =>
        // The core takes every OperationCanceledException for a cancellation. One that no cancelled token explains is a failure.
        _core.GetStatus(token)
            is var status
        && status == ValueTaskSourceStatus.Canceled
        && _isFailure
            ? ValueTaskSourceStatus.Faulted
            : status;

    /// <inheritdoc />
    public void OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => _core.OnCompleted(continuation, state, token, flags);

    /// <inheritdoc />
    public TResult GetResult(short token)
    {
        if (_failure is { } failure && _core.GetStatus(token) != ValueTaskSourceStatus.Pending)
        {
            failure.Thrown();
            if (_task is { } task)
            {
                RunTask.Keep(task, failure);
            }
        }

        return _core.GetResult(token);
    }

    /// <inheritdoc />
    void IValueTaskSource.GetResult(short token) => GetResult(token);
}
