using System.Threading.RateLimiting;
using Sluice.CompilerServices;

namespace Sluice.RateLimiting.Permits;

/// <summary>A caller that waits for permits of a <see cref="TimeProviderRateLimiter"/>. Pooled.</summary>
internal sealed class PermitWaiter : QueuedWaiter<PermitWaiter, RateLimitLease>
{
    private static readonly RunPool<PermitWaiter> Pool = new();

    private TimeProviderRateLimiter? _limiter;

    private PermitWaiter() { }

    /// <summary>The number of permits that it waits for.</summary>
    public int Count { get; private set; }

    public static PermitWaiter Rent(TimeProviderRateLimiter limiter, int count)
    {
        var waiter = Pool.Rent() ?? new PermitWaiter();
        waiter._limiter = limiter;
        waiter.Count = count;
        return waiter;
    }

    protected override bool TryLeave() => _limiter!.TryLeave(this);

    protected override void ReturnToPool()
    {
        _limiter = null;
        Pool.Return(this);
    }
}
