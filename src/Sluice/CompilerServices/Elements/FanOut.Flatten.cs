using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices.Elements;

/// <content>The elements of elements.</content>
public static partial class FanOut
{
    /// <summary>Gives what a collection of collections contains, in order.</summary>
    /// <typeparam name="TCollection">The type of the inner collections.</typeparam>
    /// <typeparam name="TItem">The type of what the inner collections contain.</typeparam>
    /// <param name="items">The collections.</param>
    /// <returns>Their elements. They are enumerated as far as somebody asks for them.</returns>
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

    /// <summary>Gives what the collections of a stream contain, in order.</summary>
    /// <typeparam name="TCollection">The type of the collections.</typeparam>
    /// <typeparam name="TItem">The type of what the collections contain.</typeparam>
    /// <param name="items">The collections.</param>
    /// <returns>Their elements. They are enumerated as far as somebody asks for them.</returns>
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
