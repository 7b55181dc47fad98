namespace Sluice.RateLimiting.Permits;

/// <summary>Those who wait for permits, in the order in which they came. It is used by one thread at a time.</summary>
internal sealed class PermitQueue
{
    private PermitWaiter? _last;

    /// <summary>Who came first.</summary>
    public PermitWaiter? First { get; private set; }

    /// <summary>How many permits they wait for altogether.</summary>
    public int Permits { get; private set; }

    public void Add(PermitWaiter waiter)
    {
        waiter.IsQueued = true;
        waiter.Previous = _last;
        if (_last is null)
        {
            First = waiter;
        }
        else
        {
            _last.Next = waiter;
        }

        _last = waiter;
        Permits += waiter.Count;
    }

    public void Remove(PermitWaiter waiter)
    {
        if (waiter.Previous is null)
        {
            First = waiter.Next;
        }
        else
        {
            waiter.Previous.Next = waiter.Next;
        }

        if (waiter.Next is null)
        {
            _last = waiter.Previous;
        }
        else
        {
            waiter.Next.Previous = waiter.Previous;
        }

        waiter.IsQueued = false;
        waiter.Previous = null;
        waiter.Next = null;
        Permits -= waiter.Count;
    }
}
