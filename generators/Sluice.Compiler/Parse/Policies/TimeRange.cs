using System.Globalization;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>The range of times that a policy accepts.</summary>
/// <param name="AllowsNothing">Whether the time may be zero.</param>
/// <param name="IsTimed">Whether a timer measures the time, which limits it to the timer's range.</param>
internal readonly record struct TimeRange(bool AllowsNothing, bool IsTimed)
{
    /// <summary>A time greater than zero that is compared with the clock.</summary>
    public static TimeRange Positive { get; } = new(AllowsNothing: false, IsTimed: false);

    /// <summary>A time greater than zero that a timer measures.</summary>
    public static TimeRange PositiveTimer { get; } = new(AllowsNothing: false, IsTimed: true);

    /// <summary>A delay, which may be zero.</summary>
    public static TimeRange Wait { get; } = new(AllowsNothing: true, IsTimed: true);

    /// <summary>
    /// Returns a phrase for the permitted range if a time is not in it, otherwise <see langword="null"/>.
    /// </summary>
    public string? ReasonAgainst(long ticks) =>
        ticks < 0 && AllowsNothing ? "zero or more"
        : ticks <= 0 && !AllowsNothing ? "more than zero"
        : IsTimed && ticks > PolicyAttribute.LongestTimer
            ? $"\"{TimeSpan.FromTicks(PolicyAttribute.LongestTimer).ToString("c", CultureInfo.InvariantCulture)}\" or less, which is the limit of a timer"
        : null;
}
