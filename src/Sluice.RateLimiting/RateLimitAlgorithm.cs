namespace Sluice.RateLimiting;

/// <summary>Specifies how calls are counted against a limit.</summary>
public enum RateLimitAlgorithm
{
    /// <summary>
    /// Time is divided into consecutive windows. All permits are restored at the start of each window.
    /// </summary>
    FixedWindow,

    /// <summary>
    /// The window moves forward by one segment at a time. Each move restores the permits that were taken in the segment
    /// that leaves the window.
    /// </summary>
    SlidingWindow,

    /// <summary>
    /// A bucket refills at a constant rate up to its capacity of all permits. An empty bucket is full again after one
    /// window.
    /// </summary>
    TokenBucket,
}
