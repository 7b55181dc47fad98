using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices;

/// <summary>Builds the emitted async methods that call a stage that has an output with its policies.</summary>
/// <typeparam name="T">The type of what the stage returns.</typeparam>
/// <remarks>
/// Like the builder that the compiler takes by default, but what is suspended is pooled without a limit, so that nothing is allocated in
/// the steady state however many calls wait.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815, CA1000 // Nobody compares two of them; the compiler calls Create.
public struct StageMethodBuilder<T>
#pragma warning restore CA1815
{
    private StageMethodRun<T>? _run;
    private Task<T>? _failed;
    private T _result;

    /// <summary>What the method returns.</summary>
    public ValueTask<T> Task =>
        _run is not null ? new ValueTask<T>(_run, _run.Version)
        : _failed is not null ? new ValueTask<T>(_failed)
        : new ValueTask<T>(_result);

    /// <summary>Makes a builder.</summary>
    /// <returns>The builder.</returns>
    public static StageMethodBuilder<T> Create() => default;

    /// <summary>Starts the method.</summary>
    /// <typeparam name="TStateMachine">The type of the state machine.</typeparam>
    /// <param name="stateMachine">The state machine.</param>
    /// <remarks>
    /// What the stage does to the execution context before it first waits stays, as that of a stage without policies does: whoever
    /// runs the stages restores the context of its caller, once for all of them.
    /// </remarks>
    public readonly void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => stateMachine.MoveNext();

    /// <summary>Does nothing: a state machine is told where it is kept when it is suspended.</summary>
    /// <param name="stateMachine">The state machine.</param>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine) { }

    /// <summary>Ends the method.</summary>
    /// <param name="result">What it returns.</param>
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

    /// <summary>Ends the method with what it threw: a cancellation where that is an <see cref="OperationCanceledException"/>.</summary>
    /// <param name="exception">What it threw.</param>
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

    /// <summary>Suspends the method.</summary>
    /// <typeparam name="TAwaiter">The type of the awaiter.</typeparam>
    /// <typeparam name="TStateMachine">The type of the state machine.</typeparam>
    /// <param name="awaiter">What it waits for.</param>
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
            // The awaiter does not take it, which is a failure of the stage: the method goes on where it is.
            _run = null;
            throw;
        }
    }

    /// <summary>Suspends the method.</summary>
    /// <typeparam name="TAwaiter">The type of the awaiter.</typeparam>
    /// <typeparam name="TStateMachine">The type of the state machine.</typeparam>
    /// <param name="awaiter">What it waits for.</param>
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
