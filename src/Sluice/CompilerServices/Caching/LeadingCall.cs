namespace Sluice.CompilerServices.Caching;

/// <summary>
/// A call of a cached stage, and those who wait for its value. Its leader may change, and the object serves one call after the other:
/// each lead has a number, so that what a former leader says is ignored.
/// </summary>
/// <remarks>It is changed only by who holds the lock of the cache.</remarks>
/// <param name="cache">The cache that it belongs to.</param>
internal sealed class LeadingCall<TKey, TValue>(StageCache<TKey, TValue> cache) : CachedCall
    where TKey : notnull
{
    private CacheWaiter<TKey, TValue>? _last;

    public StageCache<TKey, TValue> Cache { get; } = cache;

    /// <summary>What is being called for.</summary>
    public CacheKey<TKey> Key { get; private set; }

    /// <summary>Where the value is kept instead of in memory.</summary>
    public ICacheStore? Store { get; private set; }

    /// <summary>The clock of who led first.</summary>
    public TimeProvider Time { get; private set; } = TimeProvider.System;

    /// <summary>Who waits for longest. The others follow.</summary>
    public CacheWaiter<TKey, TValue>? First { get; private set; }

    /// <summary>Begins a call.</summary>
    public void Begin(CacheKey<TKey> key, ICacheStore? store, TimeProvider time)
    {
        Key = key;
        Store = store;
        Time = time;
    }

    /// <summary>Lets go of what was called for.</summary>
    public void Clear()
    {
        Key = default;
        Store = null;
        Time = TimeProvider.System;
    }

    /// <summary>Lets somebody wait.</summary>
    public void Add(CacheWaiter<TKey, TValue> waiter)
    {
        waiter.Call = this;
        waiter.Previous = _last;
        if (_last is null)
        {
            First = waiter;
        }
        else
        {
            _last.Next = waiter;
        }

        _last = waiter;
    }

    /// <summary>Lets somebody wait no longer.</summary>
    public void Remove(CacheWaiter<TKey, TValue> waiter)
    {
        if (waiter.Previous is null)
        {
            First = waiter.Next;
        }
        else
        {
            waiter.Previous.Next = waiter.Next;
        }

        if (waiter.Next is null)
        {
            _last = waiter.Previous;
        }
        else
        {
            waiter.Next.Previous = waiter.Previous;
        }

        Release(waiter);
        waiter.Previous = null;
        waiter.Next = null;
    }

    /// <summary>Lets nobody wait any longer.</summary>
    /// <returns>Who waited for longest, who is followed by the others.</returns>
    public CacheWaiter<TKey, TValue>? RemoveAll()
    {
        var first = First;
        for (var waiter = first; waiter is not null; waiter = waiter.Next)
        {
            Release(waiter);
            waiter.Previous = null;
        }

        First = null;
        _last = null;
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
}
