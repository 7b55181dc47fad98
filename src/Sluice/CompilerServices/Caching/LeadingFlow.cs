namespace Sluice.CompilerServices.Caching;

/// <summary>
/// A lead that a flow of execution is part of: all that a cached stage calls, directly or not, runs on behalf of the lead. If such code
/// waited for the same call, it would wait for itself.
/// </summary>
internal sealed class LeadingFlow
{
    private static readonly AsyncLocal<LeadingFlow?> Flow = new();

    private LeadingFlow(CachedCall call, int lead, LeadingFlow? outer) => (Call, Lead, Outer) = (call, lead, outer);

    /// <summary>The innermost lead of the present flow, or <see langword="null"/> if it is part of none.</summary>
    public static LeadingFlow? Current => Flow.Value;

    public CachedCall Call { get; }

    /// <summary>The number of the lead. The call may have another leader since, or serve another key.</summary>
    public int Lead { get; }

    public LeadingFlow? Outer { get; }

    /// <summary>Makes the present flow, and all that it starts from here on, part of a lead.</summary>
    /// <returns>The lead that the flow was part of before, or <see langword="null"/>.</returns>
    public static LeadingFlow? Enter(CachedCall call, int lead)
    {
        var outer = Flow.Value;
        Flow.Value = new LeadingFlow(call, lead, outer);
        return outer;
    }

    /// <summary>Restores the lead that the flow was part of before.</summary>
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
