using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices;

/// <summary>Holds the state machine of an emitted async method while it is suspended. Pooled without a limit, by the method.</summary>
/// <typeparam name="TStateMachine">The type of the state machine.</typeparam>
/// <typeparam name="T">The type of the result.</typeparam>
internal sealed class SuspendedStageMethod<TStateMachine, T> : StageMethodRun<T>, IThreadPoolWorkItem
    where TStateMachine : IAsyncStateMachine
{
    private static readonly RunPool<SuspendedStageMethod<TStateMachine, T>> Pool = new();

    private static readonly bool KeepsOneOnThread = Pool.KeepsOneOnThread;

    private static readonly ContextCallback MoveNext = static method =>
        ((SuspendedStageMethod<TStateMachine, T>)method!)._stateMachine.MoveNext();

    [ThreadStatic]
    private static SuspendedStageMethod<TStateMachine, T>? _idleOnThread;

    private ExecutionContext? _context;
    private TStateMachine _stateMachine = default!;

    private SuspendedStageMethod() => Continuation = Resume;

    /// <summary>Goes on with the method.</summary>
    private Action Continuation { get; }

    /// <summary>Keeps the state machine for the next time that its method goes on, in the execution context that it is in now.</summary>
    /// <param name="run">Where the method's builder, as a part of the state machine, has what keeps it: nothing, the first time.</param>
    /// <param name="stateMachine">The state machine.</param>
    /// <returns>What goes on with it.</returns>
    public static Action Suspend(ref StageMethodRun<T>? run, ref TStateMachine stateMachine)
    {
        if (run is SuspendedStageMethod<TStateMachine, T> suspended)
        {
            suspended._context = ExecutionContext.Capture();
            return suspended.Continuation;
        }

        suspended = Rent();
        suspended.Lease();
        suspended._context = ExecutionContext.Capture();

        // The builder comes first: it goes with the state machine.
        run = suspended;
        suspended._stateMachine = stateMachine;
        return suspended.Continuation;
    }

    void IThreadPoolWorkItem.Execute() => Resume();

    private protected override void Recycle(bool isSpent)
    {
        _context = null;
        _stateMachine = default!;
        if (isSpent)
        {
            return;
        }

        if (KeepsOneOnThread && _idleOnThread is null)
        {
            _idleOnThread = this;
        }
        else
        {
            Pool.Return(this);
        }
    }

    private static SuspendedStageMethod<TStateMachine, T> Rent()
    {
        var idle = KeepsOneOnThread ? _idleOnThread : null;
        if (idle is not null)
        {
            _idleOnThread = null;
            return idle;
        }

        return Pool.Rent() ?? new SuspendedStageMethod<TStateMachine, T>();
    }

    private void Resume()
    {
        // A stage may complete on the stack of whoever starts it, in each of any number of attempts.
        if (!ResumptionDepth.TryIncrease())
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
            return;
        }

        try
        {
            if (_context is { } context)
            {
                ExecutionContext.Run(context, MoveNext, this);
            }
            else
            {
                _stateMachine.MoveNext();
            }
        }
        finally
        {
            ResumptionDepth.Decrease();
        }
    }
}
