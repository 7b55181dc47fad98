namespace Sluice.CompilerServices.Caching;

/// <summary>A call of a cached stage, whatever its key and value: what is known of who waits for whom.</summary>
internal abstract class CachedCall
{
    // What is changed and read here spans caches. It is taken inside of the lock of a cache, and takes none itself.
    private static readonly object Gate = new();

    // What the flow of a lead waits for, with the number of that lead.
    private List<(int Lead, CachedCall Awaited)>? _waits;
    private int _lead;

    /// <summary>The number of the present lead. It stays the same until the leader has said how it ended.</summary>
    public int Lead => Volatile.Read(ref _lead);

    /// <summary>Ends the present lead.</summary>
    public void EndLead() => Volatile.Write(ref _lead, _lead + 1);

    /// <summary>Lets a flow wait for a call, unless the call waits for that flow already.</summary>
    /// <param name="flow">The leads that the flow is part of.</param>
    /// <param name="awaited">The call.</param>
    /// <returns>Whether it may wait. Otherwise both would wait for ever.</returns>
    public static bool TryWait(LeadingFlow flow, CachedCall awaited)
    {
        lock (Gate)
        {
            if (Reaches(awaited, flow, []))
            {
                return false;
            }

            for (var lead = flow; lead is not null; lead = lead.Outer)
            {
                (lead.Call._waits ??= []).Add((lead.Lead, awaited));
            }

            return true;
        }
    }

    /// <summary>Says that a flow waits no longer for a call.</summary>
    /// <param name="flow">The leads that the flow is part of.</param>
    /// <param name="awaited">The call.</param>
    public static void EndWait(LeadingFlow flow, CachedCall awaited)
    {
        lock (Gate)
        {
            for (var lead = flow; lead is not null; lead = lead.Outer)
            {
                lead.Call._waits?.Remove((lead.Lead, awaited));
            }
        }
    }

    private static bool Reaches(CachedCall awaited, LeadingFlow flow, HashSet<CachedCall> visited)
    {
        if (flow.Leads(awaited))
        {
            return true;
        }

        if (awaited._waits is not { } waits || !visited.Add(awaited))
        {
            return false;
        }

        foreach (var (lead, next) in waits)
        {
            if (lead == awaited.Lead && Reaches(next, flow, visited))
            {
                return true;
            }
        }

        return false;
    }
}
