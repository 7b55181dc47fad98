namespace Sluice.CompilerServices.Caching;

/// <summary>A value that is kept for a time.</summary>
internal sealed class KeptValue<TKey, TValue>
    where TKey : notnull
{
    private readonly TimeProvider _time;
    private readonly long _lastTimestamp;
    private readonly DateTimeOffset _lastMoment;
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

        // A time to live of centuries must not overflow.
        var duration = (Int128)timeToLive.Ticks * time.TimestampFrequency / TimeSpan.TicksPerSecond;
        _lastTimestamp = (long)Int128.Min(long.MaxValue, time.GetTimestamp() + duration);
        var now = time.GetUtcNow();
        _lastMoment = timeToLive < DateTimeOffset.MaxValue - now ? now + timeToLive : DateTimeOffset.MaxValue;
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
    /// Whether it may still be given. Runs may have different clocks, whose timestamps mean nothing to each other: then the date counts.
    /// </summary>
    public bool IsFresh(TimeProvider time) =>
        ReferenceEquals(time, _time) ? time.GetTimestamp() < _lastTimestamp : time.GetUtcNow() < _lastMoment;
}
