using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices.Elements;

/// <summary>How a stage is called for an element and awaited, whether it has a result or not.</summary>
internal interface IElementCall<in TItem, out TReturned, TAwaiter>
    where TAwaiter : struct, ICriticalNotifyCompletion
{
    /// <summary>Calls the stage.</summary>
    TAwaiter Start(TItem item, CancellationToken token);

    /// <summary>Whether the call has ended.</summary>
    bool HasEnded(ref TAwaiter awaiter);

    /// <summary>Takes what the stage returned, or throws what it threw. Once only.</summary>
    TReturned Take(ref TAwaiter awaiter);
}
