using Sluice.CompilerServices.Elements;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>Fan-outs over numbers, written like emitted code.</summary>
internal static class Fan
{
    public static ValueTask<int[]> OutAsync(
        SourceKind kind,
        int[] items,
        Func<int, CancellationToken, ValueTask<int>> call,
        int maxConcurrency = 0,
        bool offload = false,
        CancellationToken token = default
    ) => CollectAsync<ValuesOfValues<int>, int, int>(kind, items, call, maxConcurrency, offload, token);

    public static ValueTask<int[]> OutAsync(
        TrackedSequence items,
        Func<int, CancellationToken, ValueTask<int>> call,
        bool asStream,
        int maxConcurrency = 0,
        bool offload = false,
        CancellationToken token = default
    ) =>
        asStream
            ? FanOut.RunAsync<CallStage<int>, ValuesOfValues<int>, int, int, int>(
                new(call),
                (IAsyncEnumerable<int>)items,
                maxConcurrency,
                offload,
                resultsMayKeepToken: false,
                token
            )
            : FanOut.RunAsync<CallStage<int>, ValuesOfValues<int>, int, int, int>(
                new(call),
                (IEnumerable<int>)items,
                maxConcurrency,
                offload,
                resultsMayKeepToken: false,
                token
            );

    public static ValueTask<TResult[]> CollectAsync<TCollector, TReturned, TResult>(
        SourceKind kind,
        int[] items,
        Func<int, CancellationToken, ValueTask<TReturned>> call,
        int maxConcurrency = 0,
        bool offload = false,
        CancellationToken token = default
    )
        where TCollector : struct, IElementCollector<TReturned, TResult>
    {
        var stage = new CallStage<TReturned>(call);
        return kind switch
        {
            SourceKind.Array => FanOut.RunAsync<CallStage<TReturned>, TCollector, int, TReturned, TResult>(
                stage,
                items,
                maxConcurrency,
                offload,
                resultsMayKeepToken: false,
                token
            ),
            SourceKind.Memory => FanOut.RunAsync<CallStage<TReturned>, TCollector, int, TReturned, TResult>(
                stage,
                new ReadOnlyMemory<int>([-1, .. items, -1], 1, items.Length),
                maxConcurrency,
                offload,
                resultsMayKeepToken: false,
                token
            ),
            SourceKind.List => FanOut.RunAsync<CallStage<TReturned>, TCollector, int, TReturned, TResult>(
                stage,
                new List<int>(items),
                maxConcurrency,
                offload,
                resultsMayKeepToken: false,
                token
            ),
            SourceKind.Sequence => FanOut.RunAsync<CallStage<TReturned>, TCollector, int, TReturned, TResult>(
                stage,
                (IEnumerable<int>)new TrackedSequence(items),
                maxConcurrency,
                offload,
                resultsMayKeepToken: false,
                token
            ),
            _ => FanOut.RunAsync<CallStage<TReturned>, TCollector, int, TReturned, TResult>(
                stage,
                (IAsyncEnumerable<int>)new TrackedSequence(items),
                maxConcurrency,
                offload,
                resultsMayKeepToken: false,
                token
            ),
        };
    }
}
