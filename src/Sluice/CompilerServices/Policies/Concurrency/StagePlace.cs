namespace Sluice.CompilerServices;

/// <summary>A caller that waits for a place of a <see cref="ConcurrencyLimiter"/>. Pooled.</summary>
internal sealed class StagePlace : QueuedWaiter<StagePlace, bool>
{
    private static readonly RunPool<StagePlace> Pool = new();

    private ConcurrencyLimiter? _limiter;

    private StagePlace() { }

    public static StagePlace Rent(ConcurrencyLimiter limiter)
    {
        var place = Pool.Rent() ?? new StagePlace();
        place._limiter = limiter;
        return place;
    }

    /// <summary>Returns a waiter to the pool that has not joined the queue.</summary>
    public void ReturnUnused() => ReturnToPool();

    protected override bool TryLeave() => _limiter!.TryLeave(this);

    protected override void ReturnToPool()
    {
        _limiter = null;
        Pool.Return(this);
    }
}
