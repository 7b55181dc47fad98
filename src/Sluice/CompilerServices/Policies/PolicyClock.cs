namespace Sluice.CompilerServices;

/// <summary>
/// Reads the clock for time limits. For the system clock this is the coarse tick count that its timers use, which costs
/// a fraction of a timestamp. Other providers are read by their timestamps.
/// </summary>
internal static class PolicyClock
{
    /// <summary>Returns the current time, in units of the clock.</summary>
    public static long Now(TimeProvider time) =>
        ReferenceEquals(time, TimeProvider.System) ? Environment.TickCount64 : time.GetTimestamp();

    /// <summary>
    /// Converts a duration that is not negative to units of the clock. The result is rounded up and limited to the
    /// range of the clock.
    /// </summary>
    public static long UnitsOf(TimeSpan span, TimeProvider time)
    {
        if (ReferenceEquals(time, TimeProvider.System))
        {
            var milliseconds = span.Ticks / TimeSpan.TicksPerMillisecond;
            return span.Ticks > milliseconds * TimeSpan.TicksPerMillisecond ? milliseconds + 1 : milliseconds;
        }

        var frequency = time.TimestampFrequency;
        if (frequency == TimeSpan.TicksPerSecond)
        {
            return span.Ticks;
        }

        var units = (((Int128)span.Ticks * frequency) + (TimeSpan.TicksPerSecond - 1)) / TimeSpan.TicksPerSecond;
        return units < long.MaxValue ? (long)units : long.MaxValue;
    }

    /// <summary>
    /// Converts units of the clock to a duration. The result is rounded up and limited to the range of
    /// <see cref="TimeSpan"/>.
    /// </summary>
    public static TimeSpan SpanOf(long units, TimeProvider time)
    {
        var frequency = ReferenceEquals(time, TimeProvider.System) ? 1000 : time.TimestampFrequency;
        if (frequency == TimeSpan.TicksPerSecond)
        {
            return TimeSpan.FromTicks(units);
        }

        var (ticks, rest) = Int128.DivRem((Int128)units * TimeSpan.TicksPerSecond, frequency);
        ticks += rest > 0 ? 1 : 0;
        return ticks < TimeSpan.MaxValue.Ticks ? TimeSpan.FromTicks((long)ticks) : TimeSpan.MaxValue;
    }

    /// <summary>Adds units to a time. The result is limited to the range of the clock.</summary>
    public static long Later(long moment, long units) =>
        moment > long.MaxValue - units ? long.MaxValue : moment + units;
}
