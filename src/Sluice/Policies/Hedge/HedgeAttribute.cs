namespace Sluice;

/// <summary>
/// Starts a second attempt of the stage if the first has not ended after a time, and takes the value of the one that returns first. The
/// token of the other is cancelled, and it is awaited before the stage ends.
/// </summary>
/// <remarks>
/// An attempt that fails leaves the decision to the other. If both fail, the stage fails with the first failure, and the second is among
/// the further failures of the run. A first attempt that fails before the time is up ends the stage: further attempts after a failure are
/// what <see cref="RetryAttribute"/> is for, which counts both attempts as one. Circuits, limits and the timeout of an attempt apply to
/// each of the two. Times are those of the run's <see cref="TimeProvider"/>.
/// <para>
/// Both attempts may do their work. Hedge stages that only read, or that may be repeated without harm.
/// </para>
/// </remarks>
/// <param name="after">
/// How long the first attempt is alone, such as <c>"00:00:00.2"</c> in the format of <see cref="TimeSpan"/>: more than nothing. The time
/// within which most calls end is a good choice.
/// </param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HedgeAttribute(string after) : Attribute
{
    /// <summary>How long the first attempt is alone.</summary>
    public string After { get; } = after;
}
