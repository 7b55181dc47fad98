using System.Diagnostics;

namespace Sluice.CompilerServices.Caching;

/// <summary>A call of a cached stage, with the callers that wait for its value.</summary>
/// <remarks>
/// The leader of a call may change, and the object serves one call after the other: each lead has a number, so that a former leader is
/// ignored. It changes only under the lock of its cache.
/// </remarks>
/// <param name="cache">The cache that it belongs to.</param>
internal sealed class LeadingCall<TKey, TValue>(StageCache<TKey, TValue> cache) : CachedCall
    where TKey : notnull
{
    private readonly WaiterQueue<CacheWaiter<TKey, TValue>, CacheEntry<TKey, TValue>> _waiters = new(cache.Gate);

    public StageCache<TKey, TValue> Cache { get; } = cache;

    /// <summary>The key of the call.</summary>
    public CacheKey<TKey> Key { get; private set; }

    /// <summary>The store that keeps the value instead of memory, or <see langword="null"/>.</summary>
    public ICacheStore? Store { get; private set; }

    /// <summary>The clock of the first leader.</summary>
    public TimeProvider Time { get; private set; } = TimeProvider.System;

    /// <summary>The caller that has waited longest, or <see langword="null"/>.</summary>
    public CacheWaiter<TKey, TValue>? First => _waiters.First;

    /// <summary>Begins a call.</summary>
    public void Begin(CacheKey<TKey> key, ICacheStore? store, TimeProvider time)
    {
        AssertIsLocked();
        Debug.Assert(_waiters.Count == 0, "Callers of another call wait.");
        Key = key;
        Store = store;
        Time = time;
    }

    /// <summary>Clears the call for its next use.</summary>
    public void Clear()
    {
        AssertIsLocked();
        Key = default;
        Store = null;
        Time = TimeProvider.System;
    }

    /// <summary>Adds a waiting caller.</summary>
    public void Add(CacheWaiter<TKey, TValue> waiter)
    {
        waiter.Call = this;
        _waiters.Add(waiter);
    }

    /// <summary>Removes a waiting caller.</summary>
    public void Remove(CacheWaiter<TKey, TValue> waiter)
    {
        _waiters.Remove(waiter);
        Release(waiter);
    }

    /// <summary>Removes all waiting callers.</summary>
    /// <returns>The caller that has waited longest; <see cref="WaiterQueue{TWaiter, T}.TakeNext"/> gives the others.</returns>
    public CacheWaiter<TKey, TValue>? RemoveAll()
    {
        var first = _waiters.RemoveAll();
        for (var waiter = first; waiter is not null; waiter = waiter.Next)
        {
            Release(waiter);
        }

        return first;
    }

    private void Release(CacheWaiter<TKey, TValue> waiter)
    {
        waiter.Call = null;
        if (waiter.Flow is { } flow)
        {
            waiter.Flow = null;
            EndWait(flow, this);
        }
    }

    [Conditional("DEBUG")]
    private void AssertIsLocked() => Debug.Assert(Monitor.IsEntered(Cache.Gate), "The call is used without its lock.");
}
