namespace Sluice.RateLimiting.Permits;

/// <summary>A supply that restores all permits at the start of each window.</summary>
internal sealed class FixedWindowSupply(int permits, long window) : PermitSupply
{
    private int _taken;
    private long _start;
    private long _now;

    public override int Available => permits - _taken;

    public override void MoveTo(long now)
    {
        _now = now;
        if (now - _start >= window)
        {
            _start = now - ((now - _start) % window);
            _taken = 0;
        }
    }

    public override bool TryTake(int count)
    {
        if (Available < count)
        {
            return false;
        }

        _taken += count;
        return true;
    }

    public override long TicksUntil(int count) => Available >= count ? 0 : window - (_now - _start);
}
