using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>The values of a stage that are kept, and the calls of it that others wait for. Thread-safe.</summary>
/// <typeparam name="TKey">The type of the key.</typeparam>
/// <typeparam name="TValue">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StageCache<TKey, TValue>
    where TKey : notnull
{
    /// <summary>Makes an empty cache.</summary>
    /// <param name="stage">The stage with its pipeline, by which a store tells its values from those of other stages.</param>
    /// <param name="timeToLive">How long a value is kept: more than nothing.</param>
    /// <param name="size">How many values are kept at most: 1 or more.</param>
    public StageCache(string stage, TimeSpan timeToLive, int size)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeToLive, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
    }

    /// <summary>Looks for a value. Where there is none, either the call leads or it waits for the one that does.</summary>
    /// <param name="key">The key.</param>
    /// <param name="store">Where values are kept instead of in memory, or <see langword="null"/>.</param>
    /// <param name="time">The clock.</param>
    /// <param name="token">Ends the wait of this call alone.</param>
    /// <returns>The value, or the lead.</returns>
    public ValueTask<CacheEntry<TKey, TValue>> EnterAsync(
        TKey key,
        ICacheStore? store,
        TimeProvider time,
        CancellationToken token
    ) => throw new NotImplementedException();
}
