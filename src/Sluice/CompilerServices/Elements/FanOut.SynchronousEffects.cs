namespace Sluice.CompilerServices.Elements;

/// <content>Effects without a task.</content>
public static partial class FanOut
{
    /// <summary>Runs an effect for each element of a part of an array, one after the other.</summary>
    /// <typeparam name="TStage">The effect.</typeparam>
    /// <typeparam name="TItem">The type of the elements.</typeparam>
    /// <param name="stage">The effect and what it takes beside the element.</param>
    /// <param name="items">The elements.</param>
    /// <param name="token">The token of the run.</param>
    public static void Run<TStage, TItem>(TStage stage, ReadOnlyMemory<TItem> items, CancellationToken token)
        where TStage : struct, ISynchronousElementEffect<TItem> =>
        Run<SynchronousEffect<TStage, TItem>, NoResultCollector, TItem, NoResult, NoResult>(
            new SynchronousEffect<TStage, TItem>(stage),
            items,
            token
        );

    /// <summary>Runs an effect for each element of an array, one after the other.</summary>
    /// <inheritdoc cref="Run{TStage, TItem}(TStage, ReadOnlyMemory{TItem}, CancellationToken)" />
    public static void Run<TStage, TItem>(TStage stage, TItem[] items, CancellationToken token)
        where TStage : struct, ISynchronousElementEffect<TItem> =>
        Run<SynchronousEffect<TStage, TItem>, NoResultCollector, TItem, NoResult, NoResult>(
            new SynchronousEffect<TStage, TItem>(stage),
            items,
            token
        );

    /// <summary>Runs an effect for each element of a sequence, one after the other.</summary>
    /// <inheritdoc cref="Run{TStage, TItem}(TStage, ReadOnlyMemory{TItem}, CancellationToken)" />
    public static void Run<TStage, TItem>(TStage stage, IEnumerable<TItem> items, CancellationToken token)
        where TStage : struct, ISynchronousElementEffect<TItem> =>
        Run<SynchronousEffect<TStage, TItem>, NoResultCollector, TItem, NoResult, NoResult>(
            new SynchronousEffect<TStage, TItem>(stage),
            items,
            token
        );

    /// <summary>Runs an effect without a task for each element of an array.</summary>
    /// <typeparam name="TStage">The effect.</typeparam>
    /// <typeparam name="TItem">The type of the elements.</typeparam>
    /// <param name="stage">The effect and what it takes beside the element.</param>
    /// <param name="items">The elements.</param>
    /// <param name="maxConcurrency">How many may be under way at once where they are offloaded. 0 stands for the number of processors.</param>
    /// <param name="offload">Whether elements run on the thread pool. Otherwise they follow each other.</param>
    /// <param name="token">The token of the run.</param>
    /// <returns>A task that ends with the last element. To be awaited once.</returns>
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

    /// <summary>Runs an effect without a task for each element of a part of an array.</summary>
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

    /// <summary>Runs an effect without a task for each element of a sequence.</summary>
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

    /// <summary>Runs an effect without a task for each element of a stream, as they arrive.</summary>
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
