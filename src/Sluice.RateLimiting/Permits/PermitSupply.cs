namespace Sluice.RateLimiting.Permits;

/// <summary>
/// The permits that are available at a time. The elapsed time is accounted for only when the supply is used. Not
/// thread-safe.
/// </summary>
internal abstract class PermitSupply
{
    /// <summary>The number of available permits.</summary>
    public abstract int Available { get; }

    /// <summary>Creates a supply that is full at time zero.</summary>
    /// <param name="permits">The number of permits in a window. Must be at least 1.</param>
    /// <param name="window">The length of the window. Must be positive.</param>
    /// <param name="algorithm">The algorithm that counts permits.</param>
    /// <param name="segments">The number of segments of a sliding window. Must be at least 1.</param>
    public static PermitSupply Create(int permits, TimeSpan window, RateLimitAlgorithm algorithm, int segments) =>
        algorithm switch
        {
            RateLimitAlgorithm.FixedWindow => new FixedWindowSupply(permits, window.Ticks),
            RateLimitAlgorithm.SlidingWindow => new SlidingWindowSupply(permits, window.Ticks, segments),
            RateLimitAlgorithm.TokenBucket => new TokenBucketSupply(permits, window.Ticks),
            _ => throw new ArgumentOutOfRangeException(nameof(algorithm), algorithm, "The algorithm is not defined."),
        };

    /// <summary>Restores the permits for the elapsed time.</summary>
    /// <param name="now">The current time, in ticks. Must not be earlier than the previous one.</param>
    public abstract void MoveTo(long now);

    /// <summary>Takes permits if enough are available.</summary>
    /// <param name="count">The number of permits. Must be at least 1.</param>
    public abstract bool TryTake(int count);

    /// <summary>Returns the time until enough permits are available, if none are taken in the meantime.</summary>
    /// <param name="count">The number of permits. Must not exceed the capacity of the supply.</param>
    /// <returns>The time in ticks, or 0 if enough permits are available now.</returns>
    public abstract long TicksUntil(int count);
}
