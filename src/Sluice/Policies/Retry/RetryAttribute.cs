namespace Sluice;

/// <summary>
/// Calls the stage again when it fails. Every exception counts but a cancellation of the run; so does <see cref="Outcome.Retry"/>,
/// whatever <see cref="On"/> and <see cref="When"/> say, and its wait takes the place of the declared one. Of a stage that runs for each
/// element, each element is tried again by itself.
/// </summary>
/// <remarks>
/// When no further attempt is made, the stage fails with what the last attempt threw. Waits go through the run's
/// <see cref="TimeProvider"/> and end when the run is cancelled.
/// </remarks>
/// <param name="attempts">How often the stage is called at most, the first time included: 2 or more. 1 on an override takes back what it would inherit.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RetryAttribute(int attempts) : Attribute
{
    /// <summary>How often the stage is called at most, the first time included.</summary>
    public int Attempts { get; } = attempts;

    /// <summary>
    /// The wait before the second attempt, such as <c>"00:00:00.200"</c> in the format of <see cref="TimeSpan"/>. Nothing where it
    /// is left out.
    /// </summary>
    /// <remarks>
    /// Without it <see cref="Backoff"/>, <see cref="Factor"/>, <see cref="MaxDelay"/> and <see cref="Jitter"/> have no meaning and are
    /// refused, and a synchronous stage stays synchronous, unless it returns <see cref="Outcome{T}"/>, which may ask for a wait, or
    /// another of its policies has to be waited for.
    /// </remarks>
    public string? Delay { get; set; }

    /// <summary>How the wait grows.</summary>
    public Backoff Backoff { get; set; }

    /// <summary>What the wait is multiplied by with <see cref="Backoff.Exponential"/>: more than 1, and 2 where it is left out.</summary>
    public double Factor { get; set; } = 2;

    /// <summary>
    /// The longest wait that grows from <see cref="Delay"/>, and more than that. No limit where it is left out. It does not limit the
    /// wait that <see cref="Outcome.Retry"/> asks for.
    /// </summary>
    public string? MaxDelay { get; set; }

    /// <summary>How the waits are spread.</summary>
    public Jitter Jitter { get; set; }

    /// <summary>The exceptions that are worth another attempt, with those derived from them. All where it is left out.</summary>
    public Type[] On { get; set; } = [];

    /// <summary>
    /// The method that decides whether an exception is worth another attempt: it returns <see cref="bool"/> and takes the exception.
    /// With <see cref="On"/> both must agree.
    /// </summary>
    public string? When { get; set; }
}
