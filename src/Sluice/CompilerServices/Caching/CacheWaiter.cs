using System.Runtime.ExceptionServices;
using System.Threading.Tasks.Sources;

namespace Sluice.CompilerServices.Caching;

/// <summary>
/// Somebody who waits for the value that another call leads to. Pooled.
/// </summary>
/// <remarks>
/// Whoever removes it from the call, under the lock of the cache, decides how the wait ends: so it ends once. It goes on with a thread
/// of the pool: who completes a call does not run the code of all who wait for it.
/// </remarks>
/// <param name="cache">The cache that it belongs to.</param>
internal sealed class CacheWaiter<TKey, TValue>(StageCache<TKey, TValue> cache)
    : IValueTaskSource<CacheEntry<TKey, TValue>>,
        IThreadPoolWorkItem
    where TKey : notnull
{
    private ManualResetValueTaskSourceCore<CacheEntry<TKey, TValue>> _core;
    private CancellationTokenRegistration _registration;
    private CancellationToken _token;
    private CacheEntry<TKey, TValue> _entry;
    private ExceptionDispatchInfo? _failure;

    /// <summary>The call whose value it waits for, as long as it does.</summary>
    public LeadingCall<TKey, TValue>? Call { get; set; }

    /// <summary>The leads that it waits for the sake of, as long as it does, or <see langword="null"/>.</summary>
    public LeadingFlow? Flow { get; set; }

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

    /// <summary>Ends the wait. To be called by whoever has removed it from the call, and once.</summary>
    /// <param name="entry">The value, or the lead.</param>
    /// <param name="failure">
    /// What it fails with instead, or <see langword="null"/>: as it was when the call failed. All who wait throw the same object, and each
    /// begins with this stack: it does not grow with their number.
    /// </param>
    public void End(CacheEntry<TKey, TValue> entry, ExceptionDispatchInfo? failure)
    {
        _entry = entry;
        _failure = failure;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    public ValueTaskSourceStatus GetStatus(short token)
    {
        var status = _core.GetStatus(token);
        return status != ValueTaskSourceStatus.Succeeded || _failure is null ? status
            : _failure.SourceException is OperationCanceledException ? ValueTaskSourceStatus.Canceled
            : ValueTaskSourceStatus.Faulted;
    }

    public void OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => _core.OnCompleted(continuation, state, token, flags);

    public CacheEntry<TKey, TValue> GetResult(short token)
    {
        var cancellation = _token;
        var entry = TakeResult(token);

        // The lead may have come at the moment of a cancellation: then it goes on to the next.
        if (cancellation.IsCancellationRequested && !entry.TryGetValue(out _))
        {
            entry.Abandoned();
            cancellation.ThrowIfCancellationRequested();
        }

        return entry;
    }

    void IThreadPoolWorkItem.Execute() => _core.SetResult(_entry);

    private CacheEntry<TKey, TValue> TakeResult(short token)
    {
        // A callback that has begun may not have come to its end: it finds that nobody waits here. It must not find the next who does.
        var isKnownToNobody = !_token.CanBeCanceled || _registration.Unregister();
        var failure = _failure;
        CacheEntry<TKey, TValue> entry;
        try
        {
            entry = _core.GetResult(token);
        }
        finally
        {
            // Before the version comes full circle the object is left to the collector.
            if (isKnownToNobody && _core.Version != -1)
            {
                _core.Reset();
                _registration = default;
                _token = default;
                _entry = default;
                _failure = null;
                cache.Return(this);
            }
        }

        failure?.Throw();
        return entry;
    }

    private void Cancel(CancellationToken token)
    {
        if (cache.TryLeave(this))
        {
            End(default, ExceptionDispatchInfo.Capture(new OperationCanceledException(token)));
        }
    }
}
