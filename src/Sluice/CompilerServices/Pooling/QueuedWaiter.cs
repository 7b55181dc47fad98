using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Sluice.CompilerServices;

/// <summary>A caller that waits in a <see cref="WaiterQueue{TWaiter, T}"/>: the source of the value task that it awaits.</summary>
/// <typeparam name="TWaiter">The type itself.</typeparam>
/// <typeparam name="T">The type of the result.</typeparam>
/// <remarks>
/// The thread that removes the waiter from its queue decides how the wait ends, so the wait ends once. The caller continues on the
/// thread pool: the thread that ends a wait has its own work, and each caller of a long queue would otherwise continue on the stack of
/// the one before.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class QueuedWaiter<TWaiter, T> : LeasedSource<T>, IThreadPoolWorkItem
    where TWaiter : QueuedWaiter<TWaiter, T>
{
    private CancellationTokenRegistration _registration;

    /// <summary>Whether the caller still waits. It changes under the lock of the queue.</summary>
    public bool IsQueued { get; private set; }

    /// <summary>The token that cancels the wait.</summary>
    private protected CancellationToken Token { get; private set; }

    internal TWaiter? Previous { get; set; }

    internal TWaiter? Next { get; set; }

    /// <summary>Begins to wait. To be called once after the waiter has joined its queue, and not under the lock.</summary>
    /// <param name="token">Cancels the wait.</param>
    /// <returns>The result. It must be awaited once.</returns>
    public ValueTask<T> WaitAsync(CancellationToken token)
    {
        Register(token);
        return new ValueTask<T>(this, Version);
    }

    /// <summary>Begins to wait for a result that is of no interest.</summary>
    /// <param name="token">Cancels the wait.</param>
    /// <returns>The end of the wait. It must be awaited once.</returns>
    internal ValueTask WaitWithoutResultAsync(CancellationToken token)
    {
        Register(token);
        return new ValueTask(this, Version);
    }

    /// <summary>Ends the wait. To be called once, by the thread that has removed the waiter from its queue.</summary>
    /// <param name="result">The result.</param>
    public void End(T result)
    {
        Debug.Assert(!IsQueued, "Another thread could end the wait.");
        StoreResult(result);
        Queue();
    }

    /// <inheritdoc />
    public void Execute() => CompleteStored();

    /// <summary>Ends the wait with an exception. To be called once, by the thread that has removed the waiter from its queue.</summary>
    /// <param name="failure">The exception, with the stack trace that it is thrown with.</param>
    internal void End(ExceptionDispatchInfo failure)
    {
        Debug.Assert(!IsQueued, "Another thread could end the wait.");
        StoreFailure(failure, failure.SourceException is OperationCanceledException);
        Queue();
    }

    internal void Join()
    {
        Debug.Assert(!IsQueued && Previous is null && Next is null, "The waiter is in a queue already.");
        Lease();
        IsQueued = true;
    }

    internal void Leave()
    {
        Debug.Assert(IsQueued, "The waiter is in no queue.");
        IsQueued = false;
        Previous = null;
    }

    /// <summary>Removes the waiter from its queue, under the lock of the queue, because its token is cancelled.</summary>
    /// <returns>Whether it was still queued.</returns>
    protected abstract bool TryLeave();

    /// <summary>Clears the waiter and puts it into its pool.</summary>
    protected abstract void ReturnToPool();

    private protected sealed override void Recycle(bool isSpent)
    {
        // A callback that has begun may still be under way. It finds that this waiter is not queued, and must not find it queued for
        // another caller.
        var isFree = !Token.CanBeCanceled || _registration.Unregister();
        if (!isSpent && isFree)
        {
            _registration = default;
            Token = default;
            ReturnToPool();
        }
    }

    // The token is registered before the caller gets the task, and so before the result can be taken. If it is cancelled already, the
    // callback runs here.
    private void Register(CancellationToken token)
    {
        Token = token;
        _registration = token.UnsafeRegister(
            static (waiter, token) => ((QueuedWaiter<TWaiter, T>)waiter!).Cancel(token),
            this
        );
    }

    private void Cancel(CancellationToken token)
    {
        if (TryLeave())
        {
            End(ExceptionDispatchInfo.Capture(new OperationCanceledException(token)));
        }
    }

    private void Queue() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
}
