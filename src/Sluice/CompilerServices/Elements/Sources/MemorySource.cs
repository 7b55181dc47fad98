namespace Sluice.CompilerServices.Elements;

/// <summary>Provides the elements of an array or of a part of one.</summary>
/// <param name="items">The elements.</param>
internal readonly struct MemorySource<TItem>(ReadOnlyMemory<TItem> items) : IElementSource<TItem>
{
    public int Count => items.Length;

    public TItem Current => throw new NotSupportedException();

    public TItem this[int index] => items.Span[index];

    public void Open(CancellationToken token) { }

    public ValueTask<bool> MoveNextAsync() => throw new NotSupportedException();

    public ValueTask DisposeAsync() => default;
}
