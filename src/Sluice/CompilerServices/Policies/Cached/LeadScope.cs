using System.ComponentModel;
using Sluice.CompilerServices.Caching;

namespace Sluice.CompilerServices;

/// <summary>
/// The part of a cached call in which its stage is called. What the stage starts knows that it is done for the call, and does not wait
/// for it. Emitted code disposes of it when the stage has returned, at once or with a task.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Nobody compares two of them.
public readonly struct LeadScope : IDisposable
#pragma warning restore CA1815
{
    private readonly LeadingFlow? _outer;

    internal LeadScope(CachedCall call, int lead) => _outer = LeadingFlow.Enter(call, lead);

    /// <summary>Ends it for the calling thread. What the stage has started stays part of the call.</summary>
    public void Dispose() => LeadingFlow.Leave(_outer);
}
