using System.Threading.RateLimiting;
using Sluice.CompilerServices;

namespace Sluice.RateLimiting.Permits;

/// <summary>Callers that wait for permits, in the order in which they came. It is used under the lock of the limiter.</summary>
/// <param name="gate">That lock.</param>
internal sealed class PermitQueue(object gate)
{
    private readonly WaiterQueue<PermitWaiter, RateLimitLease> _waiters = new(gate);

    /// <summary>The caller that came first, or <see langword="null"/>.</summary>
    public PermitWaiter? First => _waiters.First;

    /// <summary>The number of permits that all callers together wait for.</summary>
    public int Permits { get; private set; }

    public void Add(PermitWaiter waiter)
    {
        _waiters.Add(waiter);
        Permits += waiter.Count;
    }

    public void Remove(PermitWaiter waiter)
    {
        _waiters.Remove(waiter);
        Permits -= waiter.Count;
    }
}
