namespace Sluice.CompilerServices.Elements;

/// <summary>Provides the elements of a stream.</summary>
/// <param name="items">The stream.</param>
internal struct AsyncEnumerableSource<TItem>(IAsyncEnumerable<TItem> items) : IElementSource<TItem>
{
    private IAsyncEnumerator<TItem>? _enumerator;

    public readonly int Count => -1;

    public readonly TItem Current => _enumerator!.Current;

    public readonly TItem this[int index] => throw new NotSupportedException();

    public void Open(CancellationToken token) => _enumerator = items.GetAsyncEnumerator(token);

    public readonly ValueTask<bool> MoveNextAsync() => _enumerator!.MoveNextAsync();

    public readonly ValueTask DisposeAsync() => _enumerator is null ? default : _enumerator.DisposeAsync();
}
