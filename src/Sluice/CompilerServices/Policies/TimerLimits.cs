using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>The limits of timers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TimerLimits
{
    /// <summary>The longest duration of a timer, about 49 days.</summary>
    /// <remarks>
    /// System timers and delays based on them reject longer durations: they count milliseconds in 32 bits and reserve
    /// the greatest value for an infinite time. Timers of other clocks are assumed to have the same range.
    /// </remarks>
    public static TimeSpan Longest { get; } = TimeSpan.FromMilliseconds(uint.MaxValue - 1);
}
