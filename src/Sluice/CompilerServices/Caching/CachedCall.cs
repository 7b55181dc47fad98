using System.Diagnostics;

namespace Sluice.CompilerServices.Caching;

/// <summary>A call of a cached stage of any key and value, with the calls that it waits for. It serves to detect circular waits.</summary>
internal abstract class CachedCall
{
    // One lock for all caches, since waits span them. It is taken inside the lock of a cache, and no lock is taken inside it.
    private static readonly object Gate = new();

    // The calls that the flow of a lead waits for, with the number of the lead.
    private List<(int Lead, CachedCall Awaited)>? _waits;
    private int _lead;

    /// <summary>The number of the present lead. It changes when the leader reports how the call ended.</summary>
    public int Lead => Volatile.Read(ref _lead);

    /// <summary>Ends the present lead.</summary>
    public void EndLead() => Volatile.Write(ref _lead, _lead + 1);

    /// <summary>Notes that a flow waits for a call, unless the call waits for the flow already.</summary>
    /// <param name="flow">The leads that the flow is part of.</param>
    /// <param name="awaited">The call.</param>
    /// <returns>Whether the flow may wait. Otherwise both would wait for ever.</returns>
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

    /// <summary>Notes that a flow no longer waits for a call.</summary>
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
        Debug.Assert(Monitor.IsEntered(Gate), "A wait that closes a circle could begin meanwhile.");
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
