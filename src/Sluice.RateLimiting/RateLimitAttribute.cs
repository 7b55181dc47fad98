namespace Sluice.RateLimiting;

/// <summary>
/// Limits how many calls of the stage may start in a time, in one pipeline instance over all its runs. Others wait in the order in
/// which they came; waiting ends when the run is cancelled. Each attempt of a stage that is retried is a call.
/// </summary>
/// <remarks>Times are those of the run's <see cref="TimeProvider"/>.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RateLimitAttribute : Attribute
{
    /// <summary>Limits calls by the limiter that <see cref="Limiter"/> names.</summary>
    public RateLimitAttribute() { }

    /// <summary>Limits calls to a number in a time.</summary>
    /// <param name="permits">How many calls: 1 or more.</param>
    /// <param name="window">In which time, such as <c>"00:00:01"</c> in the format of <see cref="TimeSpan"/>: more than nothing.</param>
    public RateLimitAttribute(int permits, string window)
    {
        Permits = permits;
        Window = window;
    }

    /// <summary>How many calls, or 0 where <see cref="Limiter"/> decides.</summary>
    public int Permits { get; }

    /// <summary>In which time, or <see langword="null"/> where <see cref="Limiter"/> decides.</summary>
    public string? Window { get; }

    /// <summary>How calls are counted.</summary>
    public RateLimitAlgorithm Algorithm { get; set; }

    /// <summary>
    /// Into how many segments the window of <see cref="RateLimitAlgorithm.SlidingWindow"/> is divided: 2 or more, 8 where it is left
    /// out.
    /// </summary>
    public int Segments { get; set; } = 8;

    /// <summary>
    /// How many calls may wait: 0 or more. A call beyond that fails with a <see cref="StageRejectedException"/>. No limit where it is
    /// left out.
    /// </summary>
    public int QueueLimit { get; set; } = int.MaxValue;

    /// <summary>
    /// The name of a field or property of the type that declares the stage, a
    /// <see cref="System.Threading.RateLimiting.RateLimiter"/>, that decides instead. It may be shared by several stages. It goes by
    /// its own clock and has its own queue.
    /// </summary>
    public string? Limiter { get; set; }
}
