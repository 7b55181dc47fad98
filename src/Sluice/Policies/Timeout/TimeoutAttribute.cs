namespace Sluice;

/// <summary>
/// Limits the duration of a stage. When the time is up, the stage's token is cancelled, and the stage fails with a
/// <see cref="TimeoutException"/> that names the stage and the limit, unless it still returns a value.
/// </summary>
/// <remarks>
/// <para>
/// A timeout is cooperative: the stage is awaited no matter how it uses its token. Any exception that the stage throws
/// instead becomes the inner exception, because a stage may wrap its cancellation in an exception of its own.
/// </para>
/// <para>
/// A timed-out attempt is retried if the stage has a <see cref="RetryAttribute"/>. Times are measured by the run's
/// <see cref="TimeProvider"/>.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TimeoutAttribute : Attribute
{
    /// <summary>
    /// Initializes a new instance of the <see cref="TimeoutAttribute"/> class that is limited only by
    /// <see cref="Total"/>.
    /// </summary>
    public TimeoutAttribute() { }

    /// <summary>
    /// Initializes a new instance of the <see cref="TimeoutAttribute"/> class with a limit for each attempt.
    /// </summary>
    /// <param name="attempt">
    /// The limit of each attempt, in the format of <see cref="TimeSpan"/>, such as <c>"00:00:02"</c>. Must be positive.
    /// </param>
    public TimeoutAttribute(string attempt) => Attempt = attempt;

    /// <summary>
    /// The limit of each attempt, in the format of <see cref="TimeSpan"/>, or <see langword="null"/> if there is none.
    /// </summary>
    public string? Attempt { get; }

    /// <summary>
    /// The limit of the whole stage, in the format of <see cref="TimeSpan"/>, or <see langword="null"/> if there is
    /// none. It covers all attempts, the delays between them, and waits for permission to start.
    /// </summary>
    public string? Total { get; set; }
}
