using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Sluice.CompilerServices.Caching;

/// <summary>
/// Values in memory, of which the least recently used goes first. Readers take no lock, whatever others do; writers come one at a
/// time.
/// </summary>
internal sealed class KeptValues<TKey, TValue>(TimeSpan timeToLive, int size)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<CacheKey<TKey>, KeptValue<TKey, TValue>> _byKey = new(
        concurrencyLevel: 1,
        capacity: Math.Min(size, 16)
    );

    // By the use that was the last when a value was queued: it may have been used since, and may have been replaced.
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

        // What everybody asks for is the last used already: then nothing is written that other processors would have to fetch again.
        if (kept.LastUse != Volatile.Read(ref _lastUse))
        {
            kept.LastUse = Interlocked.Increment(ref _lastUse);
        }

        value = kept.Value;
        return true;
    }

    /// <summary>
    /// Keeps a value. Not to be called by two threads at once. Where a clock or the comparison of keys throws, nothing is kept, and all
    /// else is as it was.
    /// </summary>
    public void Keep(CacheKey<TKey> key, TValue value, TimeProvider time)
    {
        var kept = new KeptValue<TKey, TValue>(key, value, time, timeToLive, Interlocked.Increment(ref _lastUse));
        var replaces = _byKey.TryGetValue(key, out var replaced);
        if (!replaces && _count == size)
        {
            RemoveLeastRecentlyUsed();
        }

        _byKey[key] = kept;

        // No code of the user's runs from here on.
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
        // Values are used meanwhile. Each is put back once at most: then the first has been used as lately as any.
        for (var left = _byUse.Count; _byUse.TryPeek(out var kept, out var use); left--)
        {
            var lastUse = kept.LastUse;
            if (kept.IsReplaced)
            {
                _byUse.Dequeue();
            }
            else if (lastUse == use || left <= 0)
            {
                // First where the comparison of keys may throw.
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
