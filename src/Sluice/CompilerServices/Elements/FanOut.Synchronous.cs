using System.Runtime.InteropServices;

namespace Sluice.CompilerServices.Elements;

/// <content>Synchronous stages.</content>
public static partial class FanOut
{
    /// <summary>Runs a stage for each element of a part of an array, one after another.</summary>
    /// <typeparam name="TStage">The type of the stage.</typeparam>
    /// <typeparam name="TCollector">The type that converts return values to results.</typeparam>
    /// <typeparam name="TItem">The type of the elements.</typeparam>
    /// <typeparam name="TReturned">The return type of the stage.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    /// <param name="stage">The stage with its arguments other than the element.</param>
    /// <param name="items">The elements.</param>
    /// <param name="token">The token of the run.</param>
    /// <returns>The results, in the order of the elements.</returns>
    public static TResult[] Run<TStage, TCollector, TItem, TReturned, TResult>(
        TStage stage,
        ReadOnlyMemory<TItem> items,
        CancellationToken token
    )
        where TStage : struct, ISynchronousElementStage<TItem, TReturned>
        where TCollector : struct, IElementCollector<TReturned, TResult> =>
        SynchronousFanOut<TStage, TCollector, TItem, TReturned, TResult>.Run(stage, items.Span, token);

    /// <summary>Runs a stage for each element of an array, one after another.</summary>
    /// <inheritdoc cref="Run{TStage, TCollector, TItem, TReturned, TResult}(TStage, ReadOnlyMemory{TItem}, CancellationToken)" />
    public static TResult[] Run<TStage, TCollector, TItem, TReturned, TResult>(
        TStage stage,
        TItem[] items,
        CancellationToken token
    )
        where TStage : struct, ISynchronousElementStage<TItem, TReturned>
        where TCollector : struct, IElementCollector<TReturned, TResult>
    {
        ArgumentNullException.ThrowIfNull(items);
        return SynchronousFanOut<TStage, TCollector, TItem, TReturned, TResult>.Run(
            stage,
            new ReadOnlySpan<TItem>(items),
            token
        );
    }

    /// <summary>Runs a stage for each element of a sequence, one after another.</summary>
    /// <inheritdoc cref="Run{TStage, TCollector, TItem, TReturned, TResult}(TStage, ReadOnlyMemory{TItem}, CancellationToken)" />
    public static TResult[] Run<TStage, TCollector, TItem, TReturned, TResult>(
        TStage stage,
        IEnumerable<TItem> items,
        CancellationToken token
    )
        where TStage : struct, ISynchronousElementStage<TItem, TReturned>
        where TCollector : struct, IElementCollector<TReturned, TResult>
    {
        ArgumentNullException.ThrowIfNull(items);
        return items switch
        {
            TItem[] array => SynchronousFanOut<TStage, TCollector, TItem, TReturned, TResult>.Run(
                stage,
                new ReadOnlySpan<TItem>(array),
                token
            ),
            List<TItem> list => SynchronousFanOut<TStage, TCollector, TItem, TReturned, TResult>.Run(
                stage,
                CollectionsMarshal.AsSpan(list),
                token
            ),
            _ => SynchronousFanOut<TStage, TCollector, TItem, TReturned, TResult>.Run(stage, items, token),
        };
    }

    /// <summary>Runs a synchronous stage for each element of an array.</summary>
    /// <typeparam name="TStage">The type of the stage.</typeparam>
    /// <typeparam name="TCollector">The type that converts return values to results.</typeparam>
    /// <typeparam name="TItem">The type of the elements.</typeparam>
    /// <typeparam name="TReturned">The return type of the stage.</typeparam>
    /// <typeparam name="TResult">The type of the results.</typeparam>
    /// <param name="stage">The stage with its arguments other than the element.</param>
    /// <param name="items">The elements.</param>
    /// <param name="maxConcurrency">
    /// The maximum number of concurrent elements if they are offloaded. If 0, it is the number of processors.
    /// </param>
    /// <param name="offload">Whether elements run on the thread pool. Otherwise, they run one after another.</param>
    /// <param name="resultsMayKeepToken">
    /// Whether the results may use the elements' token after the fan-out has ended.
    /// </param>
    /// <param name="token">The token of the run.</param>
    /// <returns>The results, in the order of the elements. The task must be awaited only once.</returns>
    public static ValueTask<TResult[]> RunSynchronousAsync<TStage, TCollector, TItem, TReturned, TResult>(
        TStage stage,
        TItem[] items,
        int maxConcurrency,
        bool offload,
        bool resultsMayKeepToken,
        CancellationToken token
    )
        where TStage : struct, ISynchronousElementStage<TItem, TReturned>
        where TCollector : struct, IElementCollector<TReturned, TResult> =>
        RunAsync<SynchronousStage<TStage, TItem, TReturned>, TCollector, TItem, TReturned, TResult>(
            new SynchronousStage<TStage, TItem, TReturned>(stage),
            items,
            offload ? maxConcurrency : 1,
            offload,
            resultsMayKeepToken,
            token
        );

    /// <summary>Runs a synchronous stage for each element of a part of an array.</summary>
    /// <inheritdoc cref="RunSynchronousAsync{TStage, TCollector, TItem, TReturned, TResult}(TStage, TItem[], int, bool, bool, CancellationToken)" />
    public static ValueTask<TResult[]> RunSynchronousAsync<TStage, TCollector, TItem, TReturned, TResult>(
        TStage stage,
        ReadOnlyMemory<TItem> items,
        int maxConcurrency,
        bool offload,
        bool resultsMayKeepToken,
        CancellationToken token
    )
        where TStage : struct, ISynchronousElementStage<TItem, TReturned>
        where TCollector : struct, IElementCollector<TReturned, TResult> =>
        RunAsync<SynchronousStage<TStage, TItem, TReturned>, TCollector, TItem, TReturned, TResult>(
            new SynchronousStage<TStage, TItem, TReturned>(stage),
            items,
            offload ? maxConcurrency : 1,
            offload,
            resultsMayKeepToken,
            token
        );

    /// <summary>Runs a synchronous stage for each element of a sequence.</summary>
    /// <inheritdoc cref="RunSynchronousAsync{TStage, TCollector, TItem, TReturned, TResult}(TStage, TItem[], int, bool, bool, CancellationToken)" />
    public static ValueTask<TResult[]> RunSynchronousAsync<TStage, TCollector, TItem, TReturned, TResult>(
        TStage stage,
        IEnumerable<TItem> items,
        int maxConcurrency,
        bool offload,
        bool resultsMayKeepToken,
        CancellationToken token
    )
        where TStage : struct, ISynchronousElementStage<TItem, TReturned>
        where TCollector : struct, IElementCollector<TReturned, TResult> =>
        RunAsync<SynchronousStage<TStage, TItem, TReturned>, TCollector, TItem, TReturned, TResult>(
            new SynchronousStage<TStage, TItem, TReturned>(stage),
            items,
            offload ? maxConcurrency : 1,
            offload,
            resultsMayKeepToken,
            token
        );

    /// <summary>Runs a synchronous stage for each element of a stream as it arrives.</summary>
    /// <inheritdoc cref="RunSynchronousAsync{TStage, TCollector, TItem, TReturned, TResult}(TStage, TItem[], int, bool, bool, CancellationToken)" />
    public static ValueTask<TResult[]> RunSynchronousAsync<TStage, TCollector, TItem, TReturned, TResult>(
        TStage stage,
        IAsyncEnumerable<TItem> items,
        int maxConcurrency,
        bool offload,
        bool resultsMayKeepToken,
        CancellationToken token
    )
        where TStage : struct, ISynchronousElementStage<TItem, TReturned>
        where TCollector : struct, IElementCollector<TReturned, TResult> =>
        RunAsync<SynchronousStage<TStage, TItem, TReturned>, TCollector, TItem, TReturned, TResult>(
            new SynchronousStage<TStage, TItem, TReturned>(stage),
            items,
            offload ? maxConcurrency : 1,
            offload,
            resultsMayKeepToken,
            token
        );
}
