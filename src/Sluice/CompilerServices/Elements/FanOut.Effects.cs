using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices.Elements;

/// <content>Effects.</content>
public static partial class FanOut
{
    /// <summary>Runs an effect for each element of an array.</summary>
    /// <typeparam name="TStage">The type of the effect.</typeparam>
    /// <typeparam name="TItem">The type of the elements.</typeparam>
    /// <param name="stage">The effect with its arguments other than the element.</param>
    /// <param name="items">The elements.</param>
    /// <param name="maxConcurrency">
    /// The maximum number of concurrent elements. If 0, there is no limit, or the number of processors if offloaded.
    /// </param>
    /// <param name="offload">Whether elements start on the thread pool.</param>
    /// <param name="token">The token of the run.</param>
    /// <returns>A task that completes with the last element. It must be awaited only once.</returns>
    public static ValueTask RunAsync<TStage, TItem>(
        TStage stage,
        TItem[] items,
        int maxConcurrency,
        bool offload,
        CancellationToken token
    )
        where TStage : struct, IElementEffect<TItem>
    {
        ArgumentNullException.ThrowIfNull(items);
        return RunAsync<TStage, TItem>(stage, new ReadOnlyMemory<TItem>(items), maxConcurrency, offload, token);
    }

    /// <summary>Runs an effect for each element of a part of an array.</summary>
    /// <inheritdoc cref="RunAsync{TStage, TItem}(TStage, TItem[], int, bool, CancellationToken)" />
    public static ValueTask RunAsync<TStage, TItem>(
        TStage stage,
        ReadOnlyMemory<TItem> items,
        int maxConcurrency,
        bool offload,
        CancellationToken token
    )
        where TStage : struct, IElementEffect<TItem> =>
        StartEffect<TStage, MemorySource<TItem>, TItem>(
            stage,
            new MemorySource<TItem>(items),
            new ElementSettings(maxConcurrency, offload, ResultsMayKeepToken: false, token)
        );

    /// <summary>
    /// Runs an effect for each element of a sequence. Arrays and lists are recognized and read by index.
    /// </summary>
    /// <inheritdoc cref="RunAsync{TStage, TItem}(TStage, TItem[], int, bool, CancellationToken)" />
    public static ValueTask RunAsync<TStage, TItem>(
        TStage stage,
        IEnumerable<TItem> items,
        int maxConcurrency,
        bool offload,
        CancellationToken token
    )
        where TStage : struct, IElementEffect<TItem>
    {
        ArgumentNullException.ThrowIfNull(items);
        var settings = new ElementSettings(maxConcurrency, offload, ResultsMayKeepToken: false, token);
        return items switch
        {
            TItem[] array => StartEffect<TStage, MemorySource<TItem>, TItem>(
                stage,
                new MemorySource<TItem>(array),
                settings
            ),
            List<TItem> list => StartEffect<TStage, ListSource<TItem>, TItem>(
                stage,
                new ListSource<TItem>(list),
                settings
            ),
            _ => StartEffect<TStage, EnumerableSource<TItem>, TItem>(
                stage,
                new EnumerableSource<TItem>(items),
                settings
            ),
        };
    }

    /// <summary>Runs an effect for each element of a stream as it arrives.</summary>
    /// <inheritdoc cref="RunAsync{TStage, TItem}(TStage, TItem[], int, bool, CancellationToken)" />
    public static ValueTask RunAsync<TStage, TItem>(
        TStage stage,
        IAsyncEnumerable<TItem> items,
        int maxConcurrency,
        bool offload,
        CancellationToken token
    )
        where TStage : struct, IElementEffect<TItem>
    {
        ArgumentNullException.ThrowIfNull(items);
        return StartEffect<TStage, AsyncEnumerableSource<TItem>, TItem>(
            stage,
            new AsyncEnumerableSource<TItem>(items),
            new ElementSettings(maxConcurrency, offload, ResultsMayKeepToken: false, token)
        );
    }

    private static ValueTask StartEffect<TStage, TSource, TItem>(TStage stage, TSource source, ElementSettings settings)
        where TStage : struct, IElementEffect<TItem>
        where TSource : struct, IElementSource<TItem> =>
        ElementRun<
            EffectCall<TStage, TItem>,
            ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter,
            TSource,
            NoResultCollector,
            TItem,
            NoResult,
            NoResult
        >.StartEffect(new EffectCall<TStage, TItem>(stage), source, settings);
}
