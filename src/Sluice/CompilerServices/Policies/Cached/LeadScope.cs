using System.ComponentModel;
using Sluice.CompilerServices.Caching;

namespace Sluice.CompilerServices;

/// <summary>
/// The part of a cached call in which its stage is called. All that the stage starts is known to run on behalf of the call, and is not
/// allowed to wait for it. Emitted code disposes of the scope when the stage has returned a value or a task.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Scopes are never compared.
public readonly struct LeadScope : IDisposable
#pragma warning restore CA1815
{
    private readonly LeadingFlow? _outer;

    internal LeadScope(CachedCall call, int lead) => _outer = LeadingFlow.Enter(call, lead);

    /// <summary>Ends the scope for the calling thread. Work that the stage has started stays part of the call.</summary>
    public void Dispose() => LeadingFlow.Leave(_outer);
}
