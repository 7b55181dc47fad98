namespace Sluice.CompilerServices.Elements;

/// <summary>Provides the elements of any enumerable.</summary>
/// <param name="items">The elements.</param>
internal struct EnumerableSource<TItem>(IEnumerable<TItem> items) : IElementSource<TItem>
{
    private IEnumerator<TItem>? _enumerator;

    public readonly int Count => -1;

    public readonly TItem Current => _enumerator!.Current;

    public readonly TItem this[int index] => throw new NotSupportedException();

    public void Open(CancellationToken token) => _enumerator = items.GetEnumerator();

    public readonly ValueTask<bool> MoveNextAsync() => new(_enumerator!.MoveNext());

    public readonly ValueTask DisposeAsync()
    {
        _enumerator?.Dispose();
        return default;
    }
}
