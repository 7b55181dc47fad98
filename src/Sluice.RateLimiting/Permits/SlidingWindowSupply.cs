namespace Sluice.RateLimiting.Permits;

/// <summary>
/// A supply that restores, at the start of each segment, the permits that were taken in the segment that leaves the
/// window.
/// </summary>
internal sealed class SlidingWindowSupply : PermitSupply
{
    // A ring. The entry after the current segment is the oldest.
    private readonly int[] _taken;
    private readonly long _segment;
    private int _available;
    private int _present;
    private long _start;
    private long _now;

    public SlidingWindowSupply(int permits, long window, int segments)
    {
        _available = permits;
        _taken = new int[segments];

        // Rounded up, because the window may be longer than declared but not shorter.
        _segment = ((window - 1) / segments) + 1;
    }

    public override int Available => _available;

    public override void MoveTo(long now)
    {
        _now = now;
        var passed = (now - _start) / _segment;
        _start += passed * _segment;
        for (var left = Math.Min(passed, _taken.Length); left > 0; left--)
        {
            _present = (_present + 1) % _taken.Length;
            _available += _taken[_present];
            _taken[_present] = 0;
        }
    }

    public override bool TryTake(int count)
    {
        if (_available < count)
        {
            return false;
        }

        _available -= count;
        _taken[_present] += count;
        return true;
    }

    public override long TicksUntil(int count)
    {
        var segments = 0;
        for (var available = _available; available < count; )
        {
            segments++;
            available += _taken[(_present + segments) % _taken.Length];
        }

        return segments == 0 ? 0 : (segments * _segment) - (_now - _start);
    }
}
