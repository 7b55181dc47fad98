namespace Sluice.CompilerServices.Elements;

/// <summary>Where elements come from: by index, by whichever thread wants one; or from an enumerator, one after the other.</summary>
internal interface IElementSource<TItem>
{
    /// <summary>How many there are, where they are had by index; otherwise less than 0.</summary>
    int Count { get; }

    /// <summary>The element that the enumerator is at.</summary>
    TItem Current { get; }

    /// <summary>The element at an index.</summary>
    TItem this[int index] { get; }

    /// <summary>Gets the enumerator.</summary>
    void Open(CancellationToken token);

    /// <summary>Moves the enumerator on.</summary>
    ValueTask<bool> MoveNextAsync();

    /// <summary>Ends the use of the enumerator, where there is one.</summary>
    ValueTask DisposeAsync();
}
