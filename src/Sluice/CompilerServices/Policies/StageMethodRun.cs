using System.Threading.Tasks.Sources;

namespace Sluice.CompilerServices;

/// <summary>
/// An emitted async method that has been suspended: the source of its <see cref="ValueTask{TResult}"/>. It goes back to its pool when
/// the result is taken.
/// </summary>
/// <typeparam name="T">The type of the result.</typeparam>
/// <remarks>A result may be taken once. A second attempt throws, and never reads the result of another call.</remarks>
internal abstract class StageMethodRun<T> : IValueTaskSource<T>, IValueTaskSource
{
    private const int NotLeased = 0;
    private const int Leased = 1 << 16;

    private ManualResetValueTaskSourceCore<T> _core;
    private int _lease;

    /// <summary>Identifies this use among all uses.</summary>
    public short Version => _core.Version;

    /// <summary>Ends the method with its result. It must not be touched afterwards.</summary>
    public void Complete(T result) => _core.SetResult(result);

    /// <summary>Ends the method with what it threw. It must not be touched afterwards.</summary>
    public void Fail(Exception exception) => _core.SetException(exception);

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => _core.OnCompleted(continuation, state, token, flags);

    public T GetResult(short token)
    {
        // An interceptor may have the task, and do with it what it likes: of two threads that take the result one must not give back
        // what already serves another call.
        var leased = Leased | (ushort)token;
        if (
            _core.GetStatus(token) == ValueTaskSourceStatus.Pending
            || Interlocked.CompareExchange(ref _lease, NotLeased, leased) != leased
        )
        {
            throw new InvalidOperationException(
                "A ValueTask can be awaited only once, and its result is available only when it has completed. Call AsTask() or Preserve() to await it more often."
            );
        }

        try
        {
            return _core.GetResult(token);
        }
        finally
        {
            _core.Reset();
            Clear();

            // The version has come full circle: a task of the first use could be taken for one of the next. Let the collector have it.
            if (_core.Version != 0)
            {
                ReturnToPool();
            }
        }
    }

    void IValueTaskSource.GetResult(short token) => GetResult(token);

    /// <summary>Begins a use.</summary>
    protected void Lease() => _lease = Leased | (ushort)_core.Version;

    /// <summary>Lets go of everything that the method held.</summary>
    protected abstract void Clear();

    /// <summary>Puts it into its pool.</summary>
    protected abstract void ReturnToPool();
}
