namespace Sluice.CompilerServices.Caching;

/// <summary>A value in memory with the time until which it is fresh.</summary>
internal sealed class KeptValue<TKey, TValue>
    where TKey : notnull
{
    private readonly TimeProvider _time;
    private readonly long _end;
    private readonly DateTimeOffset _endDate;
    private long _lastUse;

    /// <summary>Makes an entry that is fresh from now on.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="time">The clock.</param>
    /// <param name="timeToLive">The time for which it is fresh.</param>
    /// <param name="use">The number of this use among the uses of all values.</param>
    public KeptValue(CacheKey<TKey> key, TValue value, TimeProvider time, TimeSpan timeToLive, long use)
    {
        Key = key;
        Value = value;
        _time = time;
        _lastUse = use;
        _end = PolicyClock.Later(PolicyClock.Now(time), PolicyClock.UnitsOf(timeToLive, time));
        var now = time.GetUtcNow();
        _endDate = timeToLive < DateTimeOffset.MaxValue - now ? now + timeToLive : DateTimeOffset.MaxValue;
    }

    public CacheKey<TKey> Key { get; }

    public TValue Value { get; }

    /// <summary>The number of its last use among the uses of all values.</summary>
    public long LastUse
    {
        get => Volatile.Read(ref _lastUse);
        set => Volatile.Write(ref _lastUse, value);
    }

    /// <summary>Whether another value has replaced it.</summary>
    public bool IsReplaced { get; set; }

    /// <summary>
    /// Whether the value is still fresh. Runs may have different clocks, whose timestamps cannot be compared: then the date decides.
    /// </summary>
    public bool IsFresh(TimeProvider time) =>
        ReferenceEquals(time, _time) ? PolicyClock.Now(time) < _end : time.GetUtcNow() < _endDate;
}
