using System.Threading.Tasks.Sources;

namespace Sluice.CompilerServices;

/// <summary>A caller that waits in the queue of a <see cref="ConcurrencyLimiter"/>. Pooled.</summary>
/// <remarks>
/// Whoever takes it out of the queue, under the lock of the limiter, decides how the wait ends. It goes on with a thread of the pool:
/// the one that left a place has its own work, and each in a row of callers would begin on the stack of the one before.
/// </remarks>
internal sealed class StagePlace : IValueTaskSource, IThreadPoolWorkItem
{
    private static readonly RunPool<StagePlace> Pool = new();

    private ManualResetValueTaskSourceCore<bool> _core;
    private ConcurrencyLimiter? _limiter;
    private CancellationToken _token;
    private CancellationTokenRegistration _registration;
    private bool _isGranted;

    private StagePlace() { }

    /// <summary>Whether it stands in the queue. Under the lock of the limiter, as all that follows.</summary>
    public bool IsQueued { get; set; }

    public StagePlace? Before { get; set; }

    public StagePlace? Behind { get; set; }

    public static StagePlace Rent(ConcurrencyLimiter limiter, CancellationToken token)
    {
        var place = Pool.Rent() ?? new StagePlace();
        place._limiter = limiter;
        place._token = token;
        return place;
    }

    /// <summary>Gives back one that never stood in the queue.</summary>
    public void ReturnUnused()
    {
        _limiter = null;
        _token = default;
        Pool.Return(this);
    }

    /// <summary>The wait. To be called once it stands in the queue, and not more than once.</summary>
    public ValueTask WaitAsync()
    {
        // The registration is there before the caller has the task, whose result is taken after that.
        _registration = _token.UnsafeRegister(static place => ((StagePlace)place!).Cancel(), this);
        return new ValueTask(this, _core.Version);
    }

    /// <summary>Ends the wait with a place. To be called by whoever took it out of the queue.</summary>
    public void Grant()
    {
        _isGranted = true;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    public void GetResult(short token)
    {
        if (_core.GetStatus(token) == ValueTaskSourceStatus.Pending)
        {
            throw new InvalidOperationException("The wait has not ended yet.");
        }

        // A callback that has begun may not have come to its end: it finds that this place stands in no queue. It must not find it in
        // another.
        var isKnownToNobody = !_token.CanBeCanceled || _registration.Unregister();
        try
        {
            _core.GetResult(token);
        }
        finally
        {
            if (isKnownToNobody && _core.Version != -1)
            {
                _core.Reset();
                _isGranted = false;
                _registration = default;
                ReturnUnused();
            }
        }
    }

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => _core.OnCompleted(continuation, state, token, flags);

    void IThreadPoolWorkItem.Execute()
    {
        if (_isGranted)
        {
            _core.SetResult(true);
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
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
