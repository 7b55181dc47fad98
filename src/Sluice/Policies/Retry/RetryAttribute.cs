namespace Sluice;

/// <summary>
/// Calls a stage again if it fails. If the stage runs for each element, each element is retried on its own.
/// </summary>
/// <remarks>
/// <para>
/// Every exception except a cancellation of the run is a failure. <see cref="Outcome.Retry"/> requests another attempt
/// regardless of <see cref="On"/> and <see cref="When"/>, and its delay replaces the declared one.
/// </para>
/// <para>
/// If no further attempt is made, the stage fails with the exception of the last attempt. Delays use the run's
/// <see cref="TimeProvider"/> and end when the run is cancelled.
/// </para>
/// </remarks>
/// <param name="attempts">
/// The maximum number of attempts, including the first. Must be at least 2. A value of 1 on an override removes the
/// inherited retry.
/// </param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RetryAttribute(int attempts) : Attribute
{
    /// <summary>The maximum number of attempts, including the first.</summary>
    public int Attempts { get; } = attempts;

    /// <summary>
    /// The delay before the second attempt, in the format of <see cref="TimeSpan"/>, such as <c>"00:00:00.200"</c>. By
    /// default there is no delay.
    /// </summary>
    /// <remarks>
    /// Without a delay, <see cref="Backoff"/>, <see cref="Factor"/>, <see cref="MaxDelay"/> and <see cref="Jitter"/>
    /// have no meaning and are errors. A synchronous stage without a delay stays synchronous, unless it returns
    /// <see cref="Outcome{T}"/>, which can request a delay, or another of its policies may wait.
    /// </remarks>
    public string? Delay { get; set; }

    /// <summary>The growth of the delay. The default is <see cref="Backoff.Constant"/>.</summary>
    public Backoff Backoff { get; set; }

    /// <summary>
    /// The factor by which the delay grows with <see cref="Backoff.Exponential"/>. Must be greater than 1. The default
    /// is 2.
    /// </summary>
    public double Factor { get; set; } = 2;

    /// <summary>
    /// The maximum delay, in the format of <see cref="TimeSpan"/>. Must be greater than <see cref="Delay"/>. By default
    /// there is no limit. A delay that <see cref="Outcome.Retry"/> requests is not limited.
    /// </summary>
    public string? MaxDelay { get; set; }

    /// <summary>The randomization of the delay. The default is <see cref="Jitter.None"/>.</summary>
    public Jitter Jitter { get; set; }

    /// <summary>
    /// The types of exceptions that are retried, including derived types. By default all are retried.
    /// </summary>
    public Type[] On { get; set; } = [];

    /// <summary>
    /// The name of a method that decides whether an exception is retried. It takes the exception and returns
    /// <see cref="bool"/>. If <see cref="On"/> is set as well, both must agree.
    /// </summary>
    public string? When { get; set; }
}
