using System.Threading.Tasks.Sources;

namespace Sluice.CompilerServices.Caching;

/// <summary>
/// Somebody who waits for the value that another call leads to. What it waits for comes from whoever has removed it from the call,
/// under the lock of the cache: so it comes once. The object goes back to its pool when the result is taken.
/// </summary>
/// <param name="cache">The cache that it belongs to.</param>
internal sealed class CacheWaiter<TKey, TValue>(StageCache<TKey, TValue> cache)
    : IValueTaskSource<CacheEntry<TKey, TValue>>
    where TKey : notnull
{
    // Whoever completes a call does not run the code of all who wait for it.
    private ManualResetValueTaskSourceCore<CacheEntry<TKey, TValue>> _core = new()
    {
        RunContinuationsAsynchronously = true,
    };
    private CancellationTokenRegistration _registration;
    private CancellationToken _token;

    /// <summary>The call whose value it waits for, as long as it does.</summary>
    public LeadingCall<TKey, TValue>? Call { get; set; }

    public CacheWaiter<TKey, TValue>? Previous { get; set; }

    public CacheWaiter<TKey, TValue>? Next { get; set; }

    /// <summary>Gives what it waits for.</summary>
    /// <param name="token">Ends the wait.</param>
    /// <returns>The value, or the lead.</returns>
    public ValueTask<CacheEntry<TKey, TValue>> WaitAsync(CancellationToken token)
    {
        _token = token;

        // It is among those who wait already: a token that is cancelled now removes it, and one that was cancelled before does at once.
        _registration = token.UnsafeRegister(
            static (waiter, token) => ((CacheWaiter<TKey, TValue>)waiter!).Cancel(token),
            this
        );
        return new(this, _core.Version);
    }

    /// <summary>Ends the wait. The object must not be touched afterwards.</summary>
    /// <param name="entry">The value, or the lead.</param>
    /// <param name="exception">What it fails with instead, or <see langword="null"/>.</param>
    public void End(CacheEntry<TKey, TValue> entry, Exception? exception)
    {
        if (exception is null)
        {
            _core.SetResult(entry);
        }
        else
        {
            _core.SetException(exception);
        }
    }

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => _core.OnCompleted(continuation, state, token, flags);

    public CacheEntry<TKey, TValue> GetResult(short token)
    {
        CacheEntry<TKey, TValue> entry;
        var cancellation = _token;
        try
        {
            entry = _core.GetResult(token);
        }
        finally
        {
            Recycle();
        }

        // The lead may have come at the moment of a cancellation: then it goes on to the next.
        if (cancellation.IsCancellationRequested && !entry.TryGetValue(out _))
        {
            entry.Abandoned();
            cancellation.ThrowIfCancellationRequested();
        }

        return entry;
    }

    private void Cancel(CancellationToken token)
    {
        if (cache.TryLeave(this))
        {
            End(default, new OperationCanceledException(token));
        }
    }

    private void Recycle()
    {
        // This waits for a callback that is under way, so that none reaches the next use.
        _registration.Dispose();
        _registration = default;
        _token = default;
        _core.Reset();

        // The version has come full circle: let the collector have it.
        if (_core.Version != 0)
        {
            cache.Return(this);
        }
    }
}
