using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices.Elements;

/// <content>Flattens collections of collections.</content>
public static partial class FanOut
{
    /// <summary>Returns the elements of the collections in a sequence, in order.</summary>
    /// <typeparam name="TCollection">The type of the inner collections.</typeparam>
    /// <typeparam name="TItem">The type of the elements of the inner collections.</typeparam>
    /// <param name="items">The collections.</param>
    /// <returns>The elements, enumerated lazily.</returns>
    public static IEnumerable<TItem> Flatten<TCollection, TItem>(IEnumerable<TCollection> items)
        where TCollection : IEnumerable<TItem>
    {
        ArgumentNullException.ThrowIfNull(items);
        return Iterate(items);

        static IEnumerable<TItem> Iterate(IEnumerable<TCollection> items)
        {
            foreach (var inner in items)
            {
                foreach (var item in inner)
                {
                    yield return item;
                }
            }
        }
    }

    /// <summary>Returns the elements of the collections in a stream, in order.</summary>
    /// <typeparam name="TCollection">The type of the collections.</typeparam>
    /// <typeparam name="TItem">The type of the elements of the collections.</typeparam>
    /// <param name="items">The collections.</param>
    /// <returns>The elements, enumerated lazily.</returns>
    public static IAsyncEnumerable<TItem> Flatten<TCollection, TItem>(IAsyncEnumerable<TCollection> items)
        where TCollection : IEnumerable<TItem>
    {
        ArgumentNullException.ThrowIfNull(items);
        return IterateAsync(items);

        static async IAsyncEnumerable<TItem> IterateAsync(
            IAsyncEnumerable<TCollection> items,
            [EnumeratorCancellation] CancellationToken token = default
        )
        {
            await foreach (var inner in items.WithCancellation(token).ConfigureAwait(false))
            {
                foreach (var item in inner)
                {
                    yield return item;
                }
            }
        }
    }
}
