using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks.Sources;

namespace Sluice.CompilerServices;

/// <summary>A source of value tasks that is used again for one operation after the other.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
/// <remarks>
/// Each use is a lease: it begins before the value task is made and ends when the result is taken. During a lease the operation can be
/// awaited once and its result can be taken once. A value task whose lease has ended never reads the result of another.
/// <para>
/// One word holds the version of the lease and how far it has got, and changes atomically: of several threads that await the value
/// task, or take its result, one succeeds and the others throw. The version has 16 bits. A source is not used again after all of them.
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class LeasedSource<T> : IValueTaskSource<T>, IValueTaskSource
{
    private const int VersionBits = 0xFFFF;
    private const int Leased = 1 << 16;
    private const int Awaited = 1 << 17;

    private CompletionCore<T> _core;
    private int _lease;

    /// <summary>Makes a source whose awaiter continues on the thread that completes the operation.</summary>
    protected LeasedSource() { }

    private protected LeasedSource(bool queuesContinuation) =>
        _core = new CompletionCore<T> { QueuesContinuation = queuesContinuation };

    /// <summary>The version of the present lease: the token of its value task.</summary>
    protected internal short Version => (short)_lease;

    /// <inheritdoc />
    public ValueTaskSourceStatus GetStatus(short token)
    {
        _ = LeaseOf(token);
        return _core.Status;
    }

    /// <inheritdoc />
    public void OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    )
    {
        ArgumentNullException.ThrowIfNull(continuation);
        var leased = Leased | (ushort)token;
        if (Interlocked.CompareExchange(ref _lease, leased | Awaited, leased) != leased)
        {
            throw UsedTwice();
        }

        _core.OnCompleted(continuation, state, flags);
    }

    /// <inheritdoc />
    public T GetResult(short token)
    {
        var lease = LeaseOf(token);
        if (!_core.IsCompleted)
        {
            throw Unfinished();
        }

        if (Interlocked.CompareExchange(ref _lease, (lease + 1) & VersionBits, lease) != lease)
        {
            throw UsedTwice();
        }

        if (_core.Failure is { } failure)
        {
            Throw(failure);
        }

        var result = _core.Result;
        EndLease();
        return result;
    }

    /// <inheritdoc />
    void IValueTaskSource.GetResult(short token) => GetResult(token);

    /// <summary>Begins a lease. To be called by the only thread that has the source, before it makes the value task.</summary>
    private protected void Lease()
    {
        Debug.Assert((_lease & ~VersionBits) == 0, "The source is leased already.");
        _lease |= Leased;
    }

    /// <summary>Completes the operation with its result. The source must not be touched afterwards.</summary>
    /// <param name="result">The result.</param>
    private protected void SetResult(T result)
    {
        AssertLeased();
        _core.StoreResult(result);
        _core.Complete();
    }

    /// <summary>Completes the operation with an exception. The source must not be touched afterwards.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="isCancellation">Whether the operation counts as cancelled.</param>
    private protected void SetException(Exception exception, bool isCancellation)
    {
        AssertLeased();
        _core.StoreFailure(ExceptionDispatchInfo.Capture(exception), isCancellation);
        _core.Complete();
    }

    /// <summary>Stores the result of the operation, which completes with <see cref="CompleteStored"/>.</summary>
    /// <param name="result">The result.</param>
    private protected void StoreResult(T result)
    {
        AssertLeased();
        _core.StoreResult(result);
    }

    /// <summary>Stores the failure of the operation, which completes with <see cref="CompleteStored"/>.</summary>
    /// <param name="failure">The exception, with the stack trace that it is thrown with.</param>
    /// <param name="isCancellation">Whether the operation counts as cancelled.</param>
    private protected void StoreFailure(ExceptionDispatchInfo failure, bool isCancellation)
    {
        AssertLeased();
        _core.StoreFailure(failure, isCancellation);
    }

    /// <summary>Completes the operation with what is stored. The source must not be touched afterwards.</summary>
    private protected void CompleteStored() => _core.Complete();

    /// <summary>Called when a lease has ended: clears the source and makes it available for the next lease.</summary>
    /// <param name="isSpent">Whether the source has used all versions and must be left to the garbage collector.</param>
    private protected abstract void Recycle(bool isSpent);

    /// <summary>Called before the exception of the operation is thrown, on the thread that takes the result.</summary>
    private protected virtual void Throwing() { }

    /// <summary>Makes the exception for a value task that is awaited a second time, or whose result was taken before.</summary>
    private protected virtual InvalidOperationException UsedTwice() =>
        new(
            "This ValueTask is already awaited elsewhere, or has already returned its result. A ValueTask can be awaited only once; "
                + "call AsTask() or Preserve() to await it more often."
        );

    /// <summary>Makes the exception for a result that is taken before the operation has completed.</summary>
    private protected virtual InvalidOperationException Unfinished() =>
        new("The operation has not completed yet. Await its ValueTask, or call AsTask() first to block on it.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int LeaseOf(short token)
    {
        var lease = Volatile.Read(ref _lease);
        return (lease & ~Awaited) == (Leased | (ushort)token) ? lease : throw UsedTwice();
    }

    private void Throw(ExceptionDispatchInfo failure)
    {
        Throwing();
        EndLease();
        failure.Throw();
    }

    private void EndLease()
    {
        _core.Reset();
        Recycle(isSpent: _lease == 0);
    }

    [Conditional("DEBUG")]
    private void AssertLeased() =>
        Debug.Assert((_lease & Leased) != 0, "No lease has begun, or its result was taken already.");
}
