namespace Sluice.Generators.Emit.Policies;

/// <summary>Writes lengths of time.</summary>
internal static class TimeText
{
    /// <summary>The expression of a number of ticks, with its type.</summary>
    public static string Of(long ticks) =>
        ticks == 0 ? "global::System.TimeSpan.Zero" : $"new global::System.TimeSpan({Arguments(ticks)})";

    /// <summary>The expression of a number of ticks, where the type is known.</summary>
    public static string Initializer(long ticks) => $"new({Arguments(ticks)})";

    /// <summary>A number of ticks as a reader knows it: <c>00:00:02</c>, <c>1.00:00:00</c>, <c>00:00:00.25</c>.</summary>
    public static string ForReaders(long ticks)
    {
        var text = TimeSpan.FromTicks(ticks).ToString("c", CultureInfo.InvariantCulture);
        return ticks % TimeSpan.TicksPerSecond == 0 ? text : text.TrimEnd('0');
    }

    // Hours, minutes and seconds are what a reader of the code understands at once.
    private static string Arguments(long ticks)
    {
        var time = TimeSpan.FromTicks(ticks);
        return ticks % TimeSpan.TicksPerSecond == 0
            ? $"{ticks / TimeSpan.TicksPerHour}, {time.Minutes}, {time.Seconds}"
            : $"{ticks.ToString(CultureInfo.InvariantCulture)}L";
    }
}
