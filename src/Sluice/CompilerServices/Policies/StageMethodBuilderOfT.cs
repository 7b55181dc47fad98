using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices;

/// <summary>Builds the emitted async methods that call a stage with an output and apply its policies.</summary>
/// <typeparam name="T">The return type of the stage.</typeparam>
/// <remarks>
/// The builder differs from the default one in that suspended methods are pooled without a limit. Nothing is allocated
/// in the steady state, no matter how many calls wait.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815, CA1000 // Builders are not compared; the compiler calls Create.
public struct StageMethodBuilder<T>
#pragma warning restore CA1815
{
    private StageMethodRun<T>? _run;
    private Task<T>? _failed;
    private T _result;

    /// <summary>The task that the method returns.</summary>
    public ValueTask<T> Task =>
        _run is not null ? new ValueTask<T>(_run, _run.Version)
        : _failed is not null ? new ValueTask<T>(_failed)
        : new ValueTask<T>(_result);

    /// <summary>Creates a builder.</summary>
    /// <returns>The builder.</returns>
    public static StageMethodBuilder<T> Create() => default;

    /// <summary>Starts the method.</summary>
    /// <typeparam name="TStateMachine">The type of the state machine.</typeparam>
    /// <param name="stateMachine">The state machine.</param>
    /// <remarks>
    /// Changes that the stage makes to the execution context before its first suspension remain, as for a stage without
    /// policies. The code that runs the stages restores the context of its caller, once for all of them.
    /// </remarks>
    public readonly void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => stateMachine.MoveNext();

    /// <summary>
    /// Does nothing, because a suspended state machine is moved to the heap by <see cref="AwaitOnCompleted"/>.
    /// </summary>
    /// <param name="stateMachine">The state machine.</param>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine) { }

    /// <summary>Completes the method.</summary>
    /// <param name="result">The result of the method.</param>
    public void SetResult(T result)
    {
        if (_run is null)
        {
            _result = result;
        }
        else
        {
            _run.Complete(result);
        }
    }

    /// <summary>
    /// Completes the method with an exception. An <see cref="OperationCanceledException"/> cancels the task.
    /// </summary>
    /// <param name="exception">The exception that the method threw.</param>
    public void SetException(Exception exception)
    {
        if (_run is not null)
        {
            _run.Fail(exception);
            return;
        }

        var failed = AsyncTaskMethodBuilder<T>.Create();
        failed.SetException(exception);
        _failed = failed.Task;
    }

    /// <summary>Suspends the method until an awaiter completes.</summary>
    /// <typeparam name="TAwaiter">The type of the awaiter.</typeparam>
    /// <typeparam name="TStateMachine">The type of the state machine.</typeparam>
    /// <param name="awaiter">The awaiter.</param>
    /// <param name="stateMachine">The state machine.</param>
    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        var isFirst = _run is null;
        try
        {
            awaiter.OnCompleted(SuspendedStageMethod<TStateMachine, T>.Suspend(ref _run, ref stateMachine));
        }
        catch when (isFirst)
        {
            // The awaiter refuses the continuation, which is a failure of the stage. The method continues in place.
            _run = null;
            throw;
        }
    }

    /// <summary>
    /// Suspends the method until an awaiter completes, without a flow of the execution context by the awaiter.
    /// </summary>
    /// <typeparam name="TAwaiter">The type of the awaiter.</typeparam>
    /// <typeparam name="TStateMachine">The type of the state machine.</typeparam>
    /// <param name="awaiter">The awaiter.</param>
    /// <param name="stateMachine">The state machine.</param>
    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        var isFirst = _run is null;
        try
        {
            awaiter.UnsafeOnCompleted(SuspendedStageMethod<TStateMachine, T>.Suspend(ref _run, ref stateMachine));
        }
        catch when (isFirst)
        {
            _run = null;
            throw;
        }
    }
}
