using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices.Elements;

/// <summary>Runs a stage once for each element of a collection. Emitted code calls it for stages with an <c>[Each]</c> parameter.</summary>
/// <remarks>
/// <para>
/// Not offloaded, the caller's thread starts elements until as many as may be are under way, and a thread on which an element ends
/// goes on with the next. Offloaded, all of that happens on the thread pool.
/// </para>
/// <para>
/// The first failure ends the fan-out: nothing new starts, the token that the elements got is cancelled, and what is under way is
/// awaited. The task that is returned has the original exception; see <see cref="RunFailure.FurtherFailures"/> for the others.
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class FanOut
{
    /// <summary>Runs a stage for each element of an array.</summary>
    /// <typeparam name="TStage">The stage.</typeparam>
    /// <typeparam name="TCollector">What makes results of what the stage returns.</typeparam>
    /// <typeparam name="TItem">The type of the elements.</typeparam>
    /// <typeparam name="TReturned">The type of what the stage returns.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    /// <param name="stage">The stage and what it takes beside the element.</param>
    /// <param name="items">The elements.</param>
    /// <param name="maxConcurrency">How many may be under way at once. 0 sets no limit; offloaded, it is the number of processors.</param>
    /// <param name="offload">Whether elements start on the thread pool.</param>
    /// <param name="resultsMayKeepToken">Whether the results could use the elements' token after the fan-out has ended.</param>
    /// <param name="token">The token of the run.</param>
    /// <returns>The results, in the order of the elements. To be awaited once.</returns>
    public static ValueTask<TResult[]> RunAsync<TStage, TCollector, TItem, TReturned, TResult>(
        TStage stage,
        TItem[] items,
        int maxConcurrency,
        bool offload,
        bool resultsMayKeepToken,
        CancellationToken token
    )
        where TStage : struct, IElementStage<TItem, TReturned>
        where TCollector : struct, IElementCollector<TReturned, TResult>
    {
        ArgumentNullException.ThrowIfNull(items);
        return RunAsync<TStage, TCollector, TItem, TReturned, TResult>(
            stage,
            new ReadOnlyMemory<TItem>(items),
            maxConcurrency,
            offload,
            resultsMayKeepToken,
            token
        );
    }

    /// <summary>Runs a stage for each element of a part of an array.</summary>
    /// <inheritdoc cref="RunAsync{TStage, TCollector, TItem, TReturned, TResult}(TStage, TItem[], int, bool, bool, CancellationToken)" />
    public static ValueTask<TResult[]> RunAsync<TStage, TCollector, TItem, TReturned, TResult>(
        TStage stage,
        ReadOnlyMemory<TItem> items,
        int maxConcurrency,
        bool offload,
        bool resultsMayKeepToken,
        CancellationToken token
    )
        where TStage : struct, IElementStage<TItem, TReturned>
        where TCollector : struct, IElementCollector<TReturned, TResult> =>
        Start<TStage, MemorySource<TItem>, TCollector, TItem, TReturned, TResult>(
            stage,
            new MemorySource<TItem>(items),
            new ElementSettings(maxConcurrency, offload, resultsMayKeepToken, token)
        );

    /// <summary>Runs a stage for each element of a sequence. Lists and arrays are recognised and read by index.</summary>
    /// <inheritdoc cref="RunAsync{TStage, TCollector, TItem, TReturned, TResult}(TStage, TItem[], int, bool, bool, CancellationToken)" />
    public static ValueTask<TResult[]> RunAsync<TStage, TCollector, TItem, TReturned, TResult>(
        TStage stage,
        IEnumerable<TItem> items,
        int maxConcurrency,
        bool offload,
        bool resultsMayKeepToken,
        CancellationToken token
    )
        where TStage : struct, IElementStage<TItem, TReturned>
        where TCollector : struct, IElementCollector<TReturned, TResult>
    {
        ArgumentNullException.ThrowIfNull(items);
        var settings = new ElementSettings(maxConcurrency, offload, resultsMayKeepToken, token);
        return items switch
        {
            TItem[] array => Start<TStage, MemorySource<TItem>, TCollector, TItem, TReturned, TResult>(
                stage,
                new MemorySource<TItem>(array),
                settings
            ),
            List<TItem> list => Start<TStage, ListSource<TItem>, TCollector, TItem, TReturned, TResult>(
                stage,
                new ListSource<TItem>(list),
                settings
            ),
            _ => Start<TStage, EnumerableSource<TItem>, TCollector, TItem, TReturned, TResult>(
                stage,
                new EnumerableSource<TItem>(items),
                settings
            ),
        };
    }

    /// <summary>Runs a stage for each element of a stream, which is pulled when there is room for another.</summary>
    /// <inheritdoc cref="RunAsync{TStage, TCollector, TItem, TReturned, TResult}(TStage, TItem[], int, bool, bool, CancellationToken)" />
    public static ValueTask<TResult[]> RunAsync<TStage, TCollector, TItem, TReturned, TResult>(
        TStage stage,
        IAsyncEnumerable<TItem> items,
        int maxConcurrency,
        bool offload,
        bool resultsMayKeepToken,
        CancellationToken token
    )
        where TStage : struct, IElementStage<TItem, TReturned>
        where TCollector : struct, IElementCollector<TReturned, TResult>
    {
        ArgumentNullException.ThrowIfNull(items);
        return Start<TStage, AsyncEnumerableSource<TItem>, TCollector, TItem, TReturned, TResult>(
            stage,
            new AsyncEnumerableSource<TItem>(items),
            new ElementSettings(maxConcurrency, offload, resultsMayKeepToken, token)
        );
    }

    private static ValueTask<TResult[]> Start<TStage, TSource, TCollector, TItem, TReturned, TResult>(
        TStage stage,
        TSource source,
        ElementSettings settings
    )
        where TStage : struct, IElementStage<TItem, TReturned>
        where TSource : struct, IElementSource<TItem>
        where TCollector : struct, IElementCollector<TReturned, TResult> =>
        ElementRun<
            StageCall<TStage, TItem, TReturned>,
            ConfiguredValueTaskAwaitable<TReturned>.ConfiguredValueTaskAwaiter,
            TSource,
            TCollector,
            TItem,
            TReturned,
            TResult
        >.Start(new StageCall<TStage, TItem, TReturned>(stage), source, settings);
}
