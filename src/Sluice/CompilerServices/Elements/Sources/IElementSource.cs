namespace Sluice.CompilerServices.Elements;

/// <summary>Provides elements, either by index from any thread, or from an enumerator one after another.</summary>
internal interface IElementSource<TItem>
{
    /// <summary>The number of elements if they are accessed by index; otherwise, a negative number.</summary>
    int Count { get; }

    /// <summary>The current element of the enumerator.</summary>
    TItem Current { get; }

    /// <summary>Gets the element at an index.</summary>
    TItem this[int index] { get; }

    /// <summary>Creates the enumerator.</summary>
    void Open(CancellationToken token);

    /// <summary>Advances the enumerator.</summary>
    ValueTask<bool> MoveNextAsync();

    /// <summary>Disposes the enumerator if there is one.</summary>
    ValueTask DisposeAsync();
}
