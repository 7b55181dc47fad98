using System.ComponentModel;

namespace Sluice.CompilerServices.Elements;

/// <summary>An effect that is called for each element of a collection.</summary>
/// <typeparam name="TItem">The type of the elements.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IElementEffect<in TItem>
{
    /// <summary>Calls the effect.</summary>
    /// <param name="item">The element.</param>
    /// <param name="token">The token for this element.</param>
    /// <returns>The task of the effect.</returns>
    ValueTask RunAsync(TItem item, CancellationToken token);
}
