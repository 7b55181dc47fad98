namespace Sluice.Generators.Emit.Policies;

/// <summary>Writes lengths of time.</summary>
internal static class TimeText
{
    /// <summary>The expression of a number of ticks, with its type.</summary>
    public static string Of(long ticks) =>
        ticks == 0 ? "global::System.TimeSpan.Zero" : $"new global::System.TimeSpan({Arguments(ticks)})";

    /// <summary>The expression of a number of ticks, for a declaration that states the type.</summary>
    public static string Initializer(long ticks) => $"new({Arguments(ticks)})";

    // Hours, minutes and seconds are easier to read than ticks.
    private static string Arguments(long ticks)
    {
        var time = TimeSpan.FromTicks(ticks);
        return ticks % TimeSpan.TicksPerSecond == 0
            ? $"{ticks / TimeSpan.TicksPerHour}, {time.Minutes}, {time.Seconds}"
            : $"{ticks.ToString(CultureInfo.InvariantCulture)}L";
    }
}
