namespace Sluice.Tests.CompilerServices.Caching;

/// <summary>A clock that does not advance, and that may throw whenever it is read.</summary>
internal sealed class SteppedClock(Steps steps) : TimeProvider
{
    public override long TimestampFrequency
    {
        get
        {
            steps.Step();
            return TimeSpan.TicksPerSecond;
        }
    }

    public override long GetTimestamp()
    {
        steps.Step();
        return 0;
    }

    public override DateTimeOffset GetUtcNow()
    {
        steps.Step();
        return DateTimeOffset.UnixEpoch;
    }
}
