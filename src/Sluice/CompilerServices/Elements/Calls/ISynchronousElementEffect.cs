using System.ComponentModel;

namespace Sluice.CompilerServices.Elements;

/// <summary>A synchronous effect that is called for each element of a collection.</summary>
/// <typeparam name="TItem">The type of the elements.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISynchronousElementEffect<in TItem>
{
    /// <summary>Calls the effect.</summary>
    /// <param name="item">The element.</param>
    /// <param name="token">The token for this element.</param>
    void Run(TItem item, CancellationToken token);
}
