namespace Sluice.CompilerServices.Elements;

/// <summary>Elements of a list. Its type is known to allow several readers at once, as an interface would not say.</summary>
/// <param name="items">The list.</param>
internal readonly struct ListSource<TItem>(List<TItem> items) : IElementSource<TItem>
{
    // A list that the stage itself changes is read as far as it went at first.
    public int Count { get; } = items.Count;

    public TItem Current => throw new NotSupportedException();

    public TItem this[int index] => items[index];

    public void Open(CancellationToken token) { }

    public ValueTask<bool> MoveNextAsync() => throw new NotSupportedException();

    public ValueTask DisposeAsync() => default;
}
