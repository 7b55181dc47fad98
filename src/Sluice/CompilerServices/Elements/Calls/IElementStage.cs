using System.ComponentModel;

namespace Sluice.CompilerServices.Elements;

/// <summary>A stage that is called for each element of a collection, as emitted code hands it to <see cref="FanOut"/>.</summary>
/// <typeparam name="TItem">The type of the elements.</typeparam>
/// <typeparam name="TReturned">The type of what the stage returns for one.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IElementStage<in TItem, TReturned>
{
    /// <summary>Calls the stage.</summary>
    /// <param name="item">The element.</param>
    /// <param name="token">The token for this element.</param>
    /// <returns>What the stage returned.</returns>
    ValueTask<TReturned> RunAsync(TItem item, CancellationToken token);
}
