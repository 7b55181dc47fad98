namespace Sluice.RateLimiting.Permits;

/// <summary>A bucket that holds all permits fills up evenly, as fast as to be full in one window.</summary>
/// <remarks>
/// What is in it is counted in parts of a permit, so that nothing is lost by rounding: each tick brings as many parts as there are
/// permits, and a permit has as many as a window has ticks.
/// </remarks>
internal sealed class TokenBucketSupply(int permits, long window) : PermitSupply
{
    private readonly Int128 _full = (Int128)permits * window;
    private Int128 _parts = (Int128)permits * window;
    private long _now;

    public override int Available => (int)(_parts / window);

    public override void MoveTo(long now)
    {
        _parts = Int128.Min(_full, _parts + ((Int128)(now - _now) * permits));
        _now = now;
    }

    public override bool TryTake(int count)
    {
        var parts = (Int128)count * window;
        if (_parts < parts)
        {
            return false;
        }

        _parts -= parts;
        return true;
    }

    public override long TicksUntil(int count)
    {
        var missing = ((Int128)count * window) - _parts;
        return missing <= 0 ? 0 : (long)((missing + permits - 1) / permits);
    }
}
