namespace Sluice.CompilerServices.Caching;

/// <summary>
/// A lead that a flow of execution is part of: what a cached stage calls, and what that calls, is done for the sake of the lead. Who
/// waits in it for the same call would wait for itself.
/// </summary>
internal sealed class LeadingFlow
{
    private static readonly AsyncLocal<LeadingFlow?> Flow = new();

    private LeadingFlow(CachedCall call, int lead, LeadingFlow? outer) => (Call, Lead, Outer) = (call, lead, outer);

    /// <summary>The innermost lead of the present flow, or <see langword="null"/> where it is part of none.</summary>
    public static LeadingFlow? Current => Flow.Value;

    public CachedCall Call { get; }

    /// <summary>The number of the lead: the call may be led by another since, or serve another key.</summary>
    public int Lead { get; }

    public LeadingFlow? Outer { get; }

    /// <summary>Makes what is started from here on a part of a lead.</summary>
    /// <returns>What the flow was part of before.</returns>
    public static LeadingFlow? Enter(CachedCall call, int lead)
    {
        var outer = Flow.Value;
        Flow.Value = new LeadingFlow(call, lead, outer);
        return outer;
    }

    /// <summary>Goes back to what the flow was part of before.</summary>
    public static void Leave(LeadingFlow? outer) => Flow.Value = outer;

    /// <summary>Whether the flow is part of the present lead of a call.</summary>
    public bool Leads(CachedCall call)
    {
        for (var lead = this; lead is not null; lead = lead.Outer)
        {
            if (ReferenceEquals(lead.Call, call) && lead.Lead == call.Lead)
            {
                return true;
            }
        }

        return false;
    }
}
