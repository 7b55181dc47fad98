using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices.Elements;

/// <summary>Calls and awaits a stage for an element, whether it has a result or not.</summary>
internal interface IElementCall<in TItem, out TReturned, TAwaiter>
    where TAwaiter : struct, ICriticalNotifyCompletion
{
    /// <summary>Calls the stage.</summary>
    TAwaiter Start(TItem item, CancellationToken token);

    /// <summary>Returns whether the call has completed.</summary>
    bool HasEnded(ref TAwaiter awaiter);

    /// <summary>Returns the result of the stage, or throws its exception. May be called only once.</summary>
    TReturned Take(ref TAwaiter awaiter);
}
