namespace Sluice;

/// <summary>
/// Limits how long the stage may take. When the time is up, the token that the stage got is cancelled, and the stage fails with a
/// <see cref="TimeoutException"/> that names it and the limit, unless it still returns its value. Whatever
/// it throws instead is the inner exception: the stage may put its cancellation in an exception of its own.
/// </summary>
/// <remarks>
/// A timeout is cooperative: the stage is awaited, whatever it does with its token. An attempt that timed out is retried where
/// <see cref="RetryAttribute"/> is declared. Times are those of the run's <see cref="TimeProvider"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TimeoutAttribute : Attribute
{
    /// <summary>Limits the whole stage by <see cref="Total"/> alone.</summary>
    public TimeoutAttribute() { }

    /// <summary>Limits each attempt.</summary>
    /// <param name="attempt">The limit, such as <c>"00:00:02"</c> in the format of <see cref="TimeSpan"/>: more than nothing.</param>
    public TimeoutAttribute(string attempt) => Attempt = attempt;

    /// <summary>The limit of each attempt, or <see langword="null"/>.</summary>
    public string? Attempt { get; }

    /// <summary>The limit of the whole stage: all attempts, the waits between them, and waiting for a place.</summary>
    public string? Total { get; set; }
}
