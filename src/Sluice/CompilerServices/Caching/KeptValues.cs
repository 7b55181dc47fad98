using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Sluice.CompilerServices.Caching;

/// <summary>
/// The values of a cache in memory. If there are too many, the least recently used is removed. Readers take no lock. Writers hold the
/// lock of the cache.
/// </summary>
/// <param name="timeToLive">The time for which a value is fresh.</param>
/// <param name="size">The greatest number of values.</param>
/// <param name="gate">The lock of the cache.</param>
internal sealed class KeptValues<TKey, TValue>(TimeSpan timeToLive, int size, object gate)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<CacheKey<TKey>, KeptValue<TKey, TValue>> _byKey = new(
        concurrencyLevel: 1,
        capacity: Math.Min(size, 16)
    );

    // By the last use when a value was queued: it may have been used since, or replaced.
    private readonly PriorityQueue<KeptValue<TKey, TValue>, long> _byUse = new();
    private int _count;
    private long _lastUse;

    public bool TryGet(CacheKey<TKey> key, TimeProvider time, [MaybeNullWhen(false)] out TValue value)
    {
        if (!_byKey.TryGetValue(key, out var kept) || !kept.IsFresh(time))
        {
            value = default;
            return false;
        }

        // A value that is read all the time is the last used already. Then nothing is written that other processors would fetch again.
        if (kept.LastUse != Volatile.Read(ref _lastUse))
        {
            kept.LastUse = Interlocked.Increment(ref _lastUse);
        }

        value = kept.Value;
        return true;
    }

    /// <summary>
    /// Adds or replaces a value. To be called under the lock of the cache. If a clock or the comparison of keys throws, nothing changes.
    /// </summary>
    public void Keep(CacheKey<TKey> key, TValue value, TimeProvider time)
    {
        Debug.Assert(Monitor.IsEntered(gate), "Another thread could add a value.");
        var kept = new KeptValue<TKey, TValue>(key, value, time, timeToLive, Interlocked.Increment(ref _lastUse));
        var replaces = _byKey.TryGetValue(key, out var replaced);
        if (!replaces && _count == size)
        {
            RemoveLeastRecentlyUsed();
        }

        _byKey[key] = kept;

        // No code of the user runs from here on.
        if (replaces)
        {
            replaced!.IsReplaced = true;
        }
        else
        {
            _count++;
        }

        _byUse.Enqueue(kept, kept.LastUse);
        if (_byUse.Count > 2L * size)
        {
            RemoveReplaced();
        }
    }

    private void RemoveLeastRecentlyUsed()
    {
        // Values are used meanwhile. Each is queued again once at most: after that the first is as recently used as any.
        for (var left = _byUse.Count; _byUse.TryPeek(out var kept, out var use); left--)
        {
            var lastUse = kept.LastUse;
            if (kept.IsReplaced)
            {
                _byUse.Dequeue();
            }
            else if (lastUse == use || left <= 0)
            {
                // First, since the comparison of keys may throw.
                _byKey.TryRemove(kept.Key, out _);
                _byUse.Dequeue();
                _count--;
                return;
            }
            else
            {
                _byUse.DequeueEnqueue(kept, lastUse);
            }
        }
    }

    private void RemoveReplaced()
    {
        var current = _byUse.UnorderedItems.Where(item => !item.Element.IsReplaced).ToArray();
        _byUse.Clear();
        _byUse.EnqueueRange(current);
    }
}
