using System.Threading.RateLimiting;
using System.Threading.Tasks.Sources;
using Sluice.CompilerServices;

namespace Sluice.RateLimiting.Permits;

/// <summary>A caller that waits in the queue of a <see cref="TimeProviderRateLimiter"/>. Pooled.</summary>
/// <remarks>
/// Whoever takes it out of the queue, under the lock of the limiter, decides how the wait ends: so it ends once. It goes on with a
/// thread of the pool, as the one that moves the clock has its own work.
/// </remarks>
internal sealed class PermitWaiter : IValueTaskSource<RateLimitLease>, IThreadPoolWorkItem
{
    private const int NotLeased = 0;
    private const int Leased = 1 << 16;

    private static readonly RunPool<PermitWaiter> Pool = new();

    private ManualResetValueTaskSourceCore<RateLimitLease> _core;
    private CancellationTokenRegistration _registration;
    private CancellationToken _token;
    private TimeProviderRateLimiter? _limiter;
    private RateLimitLease? _result;
    private int _use;

    private PermitWaiter() { }

    /// <summary>How many permits it waits for.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it stands in the queue. Under the lock of the limiter, as all that follows.</summary>
    public bool IsQueued { get; set; }

    public PermitWaiter? Previous { get; set; }

    public PermitWaiter? Next { get; set; }

    public static PermitWaiter Rent(TimeProviderRateLimiter limiter, int count)
    {
        var waiter = Pool.Rent() ?? new PermitWaiter();
        waiter._limiter = limiter;
        waiter.Count = count;
        waiter._use = Leased | (ushort)waiter._core.Version;
        return waiter;
    }

    /// <summary>The wait. To be called once it stands in the queue, and once.</summary>
    /// <param name="token">Ends it.</param>
    public ValueTask<RateLimitLease> WaitAsync(CancellationToken token)
    {
        _token = token;
        _registration = token.UnsafeRegister(static waiter => ((PermitWaiter)waiter!).Cancel(), this);
        return new(this, _core.Version);
    }

    /// <summary>Ends the wait. To be called by whoever took it out of the queue.</summary>
    /// <param name="result">What it gets, or <see langword="null"/> where it is cancelled.</param>
    public void End(RateLimitLease? result)
    {
        _result = result;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => _core.OnCompleted(continuation, state, token, flags);

    public RateLimitLease GetResult(short token)
    {
        // Of two threads that take the result one must not give back what already serves another call.
        var leased = Leased | (ushort)token;
        if (
            _core.GetStatus(token) == ValueTaskSourceStatus.Pending
            || Interlocked.CompareExchange(ref _use, NotLeased, leased) != leased
        )
        {
            throw new InvalidOperationException("The result can be taken only once, after the wait has completed.");
        }

        // A callback that has begun may not have come to its end: it finds that this stands in no queue. It must not find it in another.
        var isKnownToNobody = !_token.CanBeCanceled || _registration.Unregister();
        try
        {
            return _core.GetResult(token);
        }
        finally
        {
            // Before the version comes full circle the object is left to the collector.
            if (isKnownToNobody && _core.Version != -1)
            {
                _core.Reset();
                _registration = default;
                _token = default;
                _limiter = null;
                _result = null;
                Pool.Return(this);
            }
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        if (_result is not null)
        {
            _core.SetResult(_result);
        }
        else
        {
            _core.SetException(new OperationCanceledException(_token));
        }
    }

    private void Cancel()
    {
        if (_limiter!.TryLeave(this))
        {
            End(result: null);
        }
    }
}
