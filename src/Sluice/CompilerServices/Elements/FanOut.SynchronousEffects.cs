namespace Sluice.CompilerServices.Elements;

/// <content>Synchronous effects.</content>
public static partial class FanOut
{
    /// <summary>Runs an effect for each element of a part of an array, one after another.</summary>
    /// <typeparam name="TStage">The type of the effect.</typeparam>
    /// <typeparam name="TItem">The type of the elements.</typeparam>
    /// <param name="stage">The effect with its arguments other than the element.</param>
    /// <param name="items">The elements.</param>
    /// <param name="token">The token of the run.</param>
    public static void Run<TStage, TItem>(TStage stage, ReadOnlyMemory<TItem> items, CancellationToken token)
        where TStage : struct, ISynchronousElementEffect<TItem> =>
        Run<SynchronousEffect<TStage, TItem>, NoResultCollector, TItem, NoResult, NoResult>(
            new SynchronousEffect<TStage, TItem>(stage),
            items,
            token
        );

    /// <summary>Runs an effect for each element of an array, one after another.</summary>
    /// <inheritdoc cref="Run{TStage, TItem}(TStage, ReadOnlyMemory{TItem}, CancellationToken)" />
    public static void Run<TStage, TItem>(TStage stage, TItem[] items, CancellationToken token)
        where TStage : struct, ISynchronousElementEffect<TItem> =>
        Run<SynchronousEffect<TStage, TItem>, NoResultCollector, TItem, NoResult, NoResult>(
            new SynchronousEffect<TStage, TItem>(stage),
            items,
            token
        );

    /// <summary>Runs an effect for each element of a sequence, one after another.</summary>
    /// <inheritdoc cref="Run{TStage, TItem}(TStage, ReadOnlyMemory{TItem}, CancellationToken)" />
    public static void Run<TStage, TItem>(TStage stage, IEnumerable<TItem> items, CancellationToken token)
        where TStage : struct, ISynchronousElementEffect<TItem> =>
        Run<SynchronousEffect<TStage, TItem>, NoResultCollector, TItem, NoResult, NoResult>(
            new SynchronousEffect<TStage, TItem>(stage),
            items,
            token
        );

    /// <summary>Runs a synchronous effect for each element of an array.</summary>
    /// <typeparam name="TStage">The type of the effect.</typeparam>
    /// <typeparam name="TItem">The type of the elements.</typeparam>
    /// <param name="stage">The effect with its arguments other than the element.</param>
    /// <param name="items">The elements.</param>
    /// <param name="maxConcurrency">
    /// The maximum number of concurrent elements if they are offloaded. If 0, it is the number of processors.
    /// </param>
    /// <param name="offload">Whether elements run on the thread pool. Otherwise, they run one after another.</param>
    /// <param name="token">The token of the run.</param>
    /// <returns>A task that completes with the last element. It must be awaited only once.</returns>
    public static ValueTask RunSynchronousAsync<TStage, TItem>(
        TStage stage,
        TItem[] items,
        int maxConcurrency,
        bool offload,
        CancellationToken token
    )
        where TStage : struct, ISynchronousElementEffect<TItem> =>
        RunAsync<SynchronousEffect<TStage, TItem>, TItem>(
            new SynchronousEffect<TStage, TItem>(stage),
            items,
            offload ? maxConcurrency : 1,
            offload,
            token
        );

    /// <summary>Runs a synchronous effect for each element of a part of an array.</summary>
    /// <inheritdoc cref="RunSynchronousAsync{TStage, TItem}(TStage, TItem[], int, bool, CancellationToken)" />
    public static ValueTask RunSynchronousAsync<TStage, TItem>(
        TStage stage,
        ReadOnlyMemory<TItem> items,
        int maxConcurrency,
        bool offload,
        CancellationToken token
    )
        where TStage : struct, ISynchronousElementEffect<TItem> =>
        RunAsync<SynchronousEffect<TStage, TItem>, TItem>(
            new SynchronousEffect<TStage, TItem>(stage),
            items,
            offload ? maxConcurrency : 1,
            offload,
            token
        );

    /// <summary>Runs a synchronous effect for each element of a sequence.</summary>
    /// <inheritdoc cref="RunSynchronousAsync{TStage, TItem}(TStage, TItem[], int, bool, CancellationToken)" />
    public static ValueTask RunSynchronousAsync<TStage, TItem>(
        TStage stage,
        IEnumerable<TItem> items,
        int maxConcurrency,
        bool offload,
        CancellationToken token
    )
        where TStage : struct, ISynchronousElementEffect<TItem> =>
        RunAsync<SynchronousEffect<TStage, TItem>, TItem>(
            new SynchronousEffect<TStage, TItem>(stage),
            items,
            offload ? maxConcurrency : 1,
            offload,
            token
        );

    /// <summary>Runs a synchronous effect for each element of a stream as it arrives.</summary>
    /// <inheritdoc cref="RunSynchronousAsync{TStage, TItem}(TStage, TItem[], int, bool, CancellationToken)" />
    public static ValueTask RunSynchronousAsync<TStage, TItem>(
        TStage stage,
        IAsyncEnumerable<TItem> items,
        int maxConcurrency,
        bool offload,
        CancellationToken token
    )
        where TStage : struct, ISynchronousElementEffect<TItem> =>
        RunAsync<SynchronousEffect<TStage, TItem>, TItem>(
            new SynchronousEffect<TStage, TItem>(stage),
            items,
            offload ? maxConcurrency : 1,
            offload,
            token
        );
}
