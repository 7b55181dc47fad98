namespace Sluice.RateLimiting;

/// <summary>Limits the rate at which calls of a stage start in one pipeline instance, across all its runs.</summary>
/// <remarks>
/// Further calls wait in the order of their arrival. The wait ends when the run is cancelled. Each attempt of a retried
/// stage is a call. Times are measured by the run's <see cref="TimeProvider"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RateLimitAttribute : Attribute
{
    /// <summary>
    /// Initializes a new instance of the <see cref="RateLimitAttribute"/> class whose limiter is named by
    /// <see cref="Limiter"/>.
    /// </summary>
    public RateLimitAttribute() { }

    /// <summary>
    /// Initializes a new instance of the <see cref="RateLimitAttribute"/> class with a number of calls and a window.
    /// </summary>
    /// <param name="permits">The number of calls that may start in a window. Must be at least 1.</param>
    /// <param name="window">
    /// The length of the window, in the format of <see cref="TimeSpan"/>, such as <c>"00:00:01"</c>. Must be positive.
    /// </param>
    public RateLimitAttribute(int permits, string window)
    {
        Permits = permits;
        Window = window;
    }

    /// <summary>The number of calls that may start in a window, or 0 if a <see cref="Limiter"/> decides.</summary>
    public int Permits { get; }

    /// <summary>
    /// The length of the window, in the format of <see cref="TimeSpan"/>, or <see langword="null"/> if a
    /// <see cref="Limiter"/> decides.
    /// </summary>
    public string? Window { get; }

    /// <summary>The algorithm that counts calls. The default is <see cref="RateLimitAlgorithm.FixedWindow"/>.</summary>
    public RateLimitAlgorithm Algorithm { get; set; }

    /// <summary>
    /// The number of segments of a <see cref="RateLimitAlgorithm.SlidingWindow"/>. Must be at least 2. The default is
    /// 8.
    /// </summary>
    public int Segments { get; set; } = 8;

    /// <summary>The maximum number of waiting calls. Must not be negative. By default there is no limit.</summary>
    /// <remarks>A call beyond the limit fails with a <see cref="StageRejectedException"/>.</remarks>
    public int QueueLimit { get; set; } = int.MaxValue;

    /// <summary>
    /// The name of a field or property of the declaring type that holds a
    /// <see cref="System.Threading.RateLimiting.RateLimiter"/>, which then decides instead. Several stages can share
    /// it. It uses its own clock and queue.
    /// </summary>
    public string? Limiter { get; set; }
}
