using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>What timers take.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TimerLimits
{
    /// <summary>
    /// The longest time that a timer is armed for, some 49 days. Timers of the system and waits by them refuse more: they count
    /// milliseconds in 32 bits, of which the greatest number stands for a time without end. Those of other clocks are
    /// trusted to take as much.
    /// </summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromMilliseconds(uint.MaxValue - 1);
}
