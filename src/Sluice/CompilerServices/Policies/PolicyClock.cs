namespace Sluice.CompilerServices;

/// <summary>
/// Reads the clock for limits of time: of the system the clock that its own timers go by, which is coarse and costs a fraction of the
/// fine one; of any other provider its timestamps.
/// </summary>
internal static class PolicyClock
{
    /// <summary>The present moment.</summary>
    public static long Now(TimeProvider time) =>
        ReferenceEquals(time, TimeProvider.System) ? Environment.TickCount64 : time.GetTimestamp();

    /// <summary>A time, nothing or more, in the clock's units, rounded up, and cut off where it is longer than the clock can tell.</summary>
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

    /// <summary>A number of the clock's units as a time, rounded up, and cut off where it is longer than any.</summary>
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

    /// <summary>A moment so many units later, or the last that the clock can tell.</summary>
    public static long Later(long moment, long units) =>
        moment > long.MaxValue - units ? long.MaxValue : moment + units;
}
