using System.ComponentModel;
using System.Runtime.CompilerServices;
using Sluice.CompilerServices.Elements;

namespace Sluice.CompilerServices;

/// <summary>Builds the emitted async methods that call a stage without an output with its policies.</summary>
/// <remarks>
/// Like the builder that the compiler takes by default, but what is suspended is pooled without a limit, so that nothing is allocated in
/// the steady state however many calls wait.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Nobody compares two of them.
public struct StageMethodBuilder
#pragma warning restore CA1815
{
    private StageMethodRun<NoResult>? _run;
    private Task<NoResult>? _failed;

    /// <summary>What the method returns.</summary>
    public ValueTask Task =>
        _run is not null ? new ValueTask(_run, _run.Version)
        : _failed is not null ? new ValueTask(_failed)
        : default;

    /// <summary>Makes a builder.</summary>
    /// <returns>The builder.</returns>
    public static StageMethodBuilder Create() => default;

#pragma warning disable CA1822 // The compiler calls them on the builder.
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
#pragma warning restore CA1822

    /// <summary>Ends the method.</summary>
    public readonly void SetResult() => _run?.Complete(default);

    /// <summary>Ends the method with what it threw: a cancellation where that is an <see cref="OperationCanceledException"/>.</summary>
    /// <param name="exception">What it threw.</param>
    public void SetException(Exception exception)
    {
        if (_run is not null)
        {
            _run.Fail(exception);
            return;
        }

        var failed = AsyncTaskMethodBuilder<NoResult>.Create();
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
            awaiter.OnCompleted(SuspendedStageMethod<TStateMachine, NoResult>.Suspend(ref _run, ref stateMachine));
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
            awaiter.UnsafeOnCompleted(
                SuspendedStageMethod<TStateMachine, NoResult>.Suspend(ref _run, ref stateMachine)
            );
        }
        catch when (isFirst)
        {
            _run = null;
            throw;
        }
    }
}
