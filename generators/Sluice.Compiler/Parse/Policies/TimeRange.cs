using System.Globalization;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Which times a policy can work with.</summary>
/// <param name="AllowsNothing">Whether the time may be zero.</param>
/// <param name="IsTimed">Whether a timer measures it, which no timer does beyond its range.</param>
internal readonly record struct TimeRange(bool AllowsNothing, bool IsTimed)
{
    /// <summary>A time that must not be zero and is compared with the clock.</summary>
    public static TimeRange Positive { get; } = new(AllowsNothing: false, IsTimed: false);

    /// <summary>A time that must not be zero and that a timer measures.</summary>
    public static TimeRange PositiveTimer { get; } = new(AllowsNothing: false, IsTimed: true);

    /// <summary>A wait, which may be none.</summary>
    public static TimeRange Wait { get; } = new(AllowsNothing: true, IsTimed: true);

    /// <summary>What a time must be that is not allowed; otherwise <see langword="null"/>.</summary>
    public string? ReasonAgainst(long ticks) =>
        ticks < 0 && AllowsNothing ? "nothing or more"
        : ticks <= 0 && !AllowsNothing ? "more than nothing"
        : IsTimed && ticks > PolicyAttribute.LongestTimer
            ? $"\"{TimeSpan.FromTicks(PolicyAttribute.LongestTimer).ToString("c", CultureInfo.InvariantCulture)}\" or less, as no timer measures more"
        : null;
}
