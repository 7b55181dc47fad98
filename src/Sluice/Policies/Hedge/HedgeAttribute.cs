namespace Sluice;

/// <summary>
/// Starts a second attempt of the stage if the first has not ended after a delay, and takes the value of the attempt
/// that returns first. The other attempt is cancelled through its token and awaited before the stage ends.
/// </summary>
/// <remarks>
/// <para>
/// If one attempt fails, the other decides. If both fail, the stage fails with the first failure, and the second
/// becomes one of the further failures of the run. If the first attempt fails before the delay is over, the stage ends
/// without a second attempt; use <see cref="RetryAttribute"/> for attempts after a failure. A retry counts both
/// attempts as one. Circuits, limits and attempt timeouts apply to each attempt. The delay is measured by the run's
/// <see cref="TimeProvider"/>.
/// </para>
/// <para>
/// Both attempts may perform their work. Hedge only stages that read, or that can be repeated without harm.
/// </para>
/// </remarks>
/// <param name="after">
/// The delay before the second attempt, in the format of <see cref="TimeSpan"/>, such as <c>"00:00:00.2"</c>. Must be
/// positive. A good choice is the time within which most calls end.
/// </param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HedgeAttribute(string after) : Attribute
{
    /// <summary>The delay before the second attempt, in the format of <see cref="TimeSpan"/>.</summary>
    public string After { get; } = after;
}
