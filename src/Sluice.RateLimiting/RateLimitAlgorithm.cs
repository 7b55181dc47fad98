namespace Sluice.RateLimiting;

/// <summary>How calls are counted against a limit.</summary>
public enum RateLimitAlgorithm
{
    /// <summary>Time is cut into windows, one after the other. With each all permits are there again.</summary>
    FixedWindow,

    /// <summary>
    /// The window moves on by a segment at a time. With each segment the permits are there again that were taken in the segment that
    /// leaves the window.
    /// </summary>
    SlidingWindow,

    /// <summary>A bucket that holds all permits fills up evenly, as fast as to be full in one window.</summary>
    TokenBucket,
}
