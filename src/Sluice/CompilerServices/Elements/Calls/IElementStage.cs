using System.ComponentModel;

namespace Sluice.CompilerServices.Elements;

/// <summary>
/// A stage that is called for each element of a collection. Emitted code passes it to <see cref="FanOut"/>.
/// </summary>
/// <typeparam name="TItem">The type of the elements.</typeparam>
/// <typeparam name="TReturned">The return type of the stage for one element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IElementStage<in TItem, TReturned>
{
    /// <summary>Calls the stage.</summary>
    /// <param name="item">The element.</param>
    /// <param name="token">The token for this element.</param>
    /// <returns>The value that the stage returned.</returns>
    ValueTask<TReturned> RunAsync(TItem item, CancellationToken token);
}
