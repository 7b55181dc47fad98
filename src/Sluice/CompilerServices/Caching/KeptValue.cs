namespace Sluice.CompilerServices.Caching;

/// <summary>A value that is kept for a time.</summary>
internal sealed class KeptValue<TKey, TValue>
    where TKey : notnull
{
    private readonly TimeProvider _time;
    private readonly long _end;
    private readonly DateTimeOffset _endDate;
    private long _lastUse;

    /// <summary>Keeps a value from now on.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="time">The clock.</param>
    /// <param name="timeToLive">For how long.</param>
    /// <param name="use">The number of the use that this is.</param>
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

    /// <summary>The number of its last use among those of all values.</summary>
    public long LastUse
    {
        get => Volatile.Read(ref _lastUse);
        set => Volatile.Write(ref _lastUse, value);
    }

    /// <summary>Whether another value has come in its place.</summary>
    public bool IsReplaced { get; set; }

    /// <summary>
    /// Whether it may still be given. Runs may have different clocks, whose measures mean nothing to each other: then the date counts.
    /// </summary>
    public bool IsFresh(TimeProvider time) =>
        ReferenceEquals(time, _time) ? PolicyClock.Now(time) < _end : time.GetUtcNow() < _endDate;
}
