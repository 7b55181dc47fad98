using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices.Elements;

/// <summary>Runs a stage once for each element of a collection. Emitted code calls it for stages with an <c>[Each]</c> parameter.</summary>
/// <remarks>
/// <para>
/// Without offloading, the caller's thread starts elements until the maximum number is under way, and a thread on which
/// an element completes continues with the next. With offloading, all of this happens on the thread pool.
/// </para>
/// <para>
/// The first failure ends the fan-out: no further element starts, the token of the elements is cancelled, and elements
/// under way are awaited. The returned task fails with the original exception; for the others see
/// <see cref="RunFailure.FurtherFailures"/>.
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class FanOut
{
    /// <summary>Runs a stage for each element of an array.</summary>
    /// <typeparam name="TStage">The type of the stage.</typeparam>
    /// <typeparam name="TCollector">The type that converts return values to results.</typeparam>
    /// <typeparam name="TItem">The type of the elements.</typeparam>
    /// <typeparam name="TReturned">The return type of the stage.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    /// <param name="stage">The stage with its arguments other than the element.</param>
    /// <param name="items">The elements.</param>
    /// <param name="maxConcurrency">
    /// The maximum number of concurrent elements. If 0, there is no limit, or the number of processors if offloaded.
    /// </param>
    /// <param name="offload">Whether elements start on the thread pool.</param>
    /// <param name="resultsMayKeepToken">
    /// Whether the results may use the elements' token after the fan-out has ended.
    /// </param>
    /// <param name="token">The token of the run.</param>
    /// <returns>The results, in the order of the elements. The task must be awaited only once.</returns>
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

    /// <summary>
    /// Runs a stage for each element of a sequence. Arrays and lists are recognized and read by index.
    /// </summary>
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

    /// <summary>
    /// Runs a stage for each element of a stream. The next element is requested when another call may start.
    /// </summary>
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
