using System.Threading.Tasks.Sources;

namespace Sluice.CompilerServices.Caching;

/// <summary>A caller that waits for the value of a call that another caller leads. Pooled.</summary>
/// <param name="cache">The cache that it belongs to.</param>
internal sealed class CacheWaiter<TKey, TValue>(StageCache<TKey, TValue> cache)
    : QueuedWaiter<CacheWaiter<TKey, TValue>, CacheEntry<TKey, TValue>>,
        IValueTaskSource<CacheEntry<TKey, TValue>>
    where TKey : notnull
{
    /// <summary>The call that it waits for, while it is queued.</summary>
    public LeadingCall<TKey, TValue>? Call { get; set; }

    /// <summary>The leads that it waits on behalf of, while it is queued, or <see langword="null"/>.</summary>
    public LeadingFlow? Flow { get; set; }

    /// <summary>Takes the value or the lead.</summary>
    CacheEntry<TKey, TValue> IValueTaskSource<CacheEntry<TKey, TValue>>.GetResult(short token)
    {
        var cancellation = Token;
        var entry = GetResult(token);

        // The wait may end with the lead at the moment of a cancellation: then the next caller leads.
        if (cancellation.IsCancellationRequested && !entry.TryGetValue(out _))
        {
            entry.Abandoned();
            cancellation.ThrowIfCancellationRequested();
        }

        return entry;
    }

    protected override bool TryLeave() => cache.TryLeave(this);

    protected override void ReturnToPool() => cache.Return(this);
}
