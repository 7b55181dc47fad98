namespace Sluice.CompilerServices.Elements;

/// <summary>
/// Provides the elements of a list. The concrete type is known to allow several concurrent readers, which an interface
/// does not guarantee.
/// </summary>
/// <param name="items">The list.</param>
internal readonly struct ListSource<TItem>(List<TItem> items) : IElementSource<TItem>
{
    // If the stage itself changes the list, elements beyond the initial count are ignored.
    public int Count { get; } = items.Count;

    public TItem Current => throw new NotSupportedException();

    public TItem this[int index] => items[index];

    public void Open(CancellationToken token) { }

    public ValueTask<bool> MoveNextAsync() => throw new NotSupportedException();

    public ValueTask DisposeAsync() => default;
}
