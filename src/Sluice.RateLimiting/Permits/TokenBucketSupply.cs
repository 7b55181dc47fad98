namespace Sluice.RateLimiting.Permits;

/// <summary>A supply that refills at a constant rate. An empty bucket is full again after one window.</summary>
/// <remarks>
/// The content is counted in fractions of a permit, so that nothing is lost by rounding: each tick adds as many
/// fractions as there are permits, and one permit consists of as many fractions as the window has ticks.
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
