namespace Sluice.RateLimiting.Permits;

/// <summary>
/// The permits that there are at a moment. Nothing happens in between: what time has brought is reckoned when the supply is looked at.
/// It is used by one thread at a time.
/// </summary>
internal abstract class PermitSupply
{
    /// <summary>How many permits there are now.</summary>
    public abstract int Available { get; }

    /// <summary>Makes a supply that is full at the moment nothing.</summary>
    /// <param name="permits">How many permits: 1 or more.</param>
    /// <param name="window">In which time: more than nothing.</param>
    /// <param name="algorithm">How they are counted.</param>
    /// <param name="segments">Into how many segments a sliding window is divided: 1 or more.</param>
    public static PermitSupply Create(int permits, TimeSpan window, RateLimitAlgorithm algorithm, int segments) =>
        algorithm switch
        {
            RateLimitAlgorithm.FixedWindow => new FixedWindowSupply(permits, window.Ticks),
            RateLimitAlgorithm.SlidingWindow => new SlidingWindowSupply(permits, window.Ticks, segments),
            RateLimitAlgorithm.TokenBucket => new TokenBucketSupply(permits, window.Ticks),
            _ => throw new ArgumentOutOfRangeException(nameof(algorithm), algorithm, "There is no such algorithm."),
        };

    /// <summary>Adds what time has brought.</summary>
    /// <param name="now">The present moment, in ticks: not before the last.</param>
    public abstract void MoveTo(long now);

    /// <summary>Takes permits, if there are as many.</summary>
    /// <param name="count">How many: 1 or more.</param>
    public abstract bool TryTake(int count);

    /// <summary>How long it is until there are so many permits, if nobody takes any.</summary>
    /// <param name="count">How many: no more than there ever are.</param>
    /// <returns>The time in ticks, or nothing where there are as many now.</returns>
    public abstract long TicksUntil(int count);
}
