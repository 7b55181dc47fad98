namespace Sluice.CompilerServices.Elements;

/// <summary>Calls a stage for one element after another on the calling thread.</summary>
internal struct SynchronousFanOut<TStage, TCollector, TItem, TReturned, TResult>
    where TStage : struct, ISynchronousElementStage<TItem, TReturned>
    where TCollector : struct, IElementCollector<TReturned, TResult>
{
    private readonly CancellationToken _token;
    private TStage _stage;
    private ElementResults<TResult> _results;
    private int _count;

    private SynchronousFanOut(TStage stage, CancellationToken token) => (_stage, _token) = (stage, token);

    /// <summary>Calls the stage for the elements of a span.</summary>
    public static TResult[] Run(TStage stage, ReadOnlySpan<TItem> items, CancellationToken token)
    {
        var fanOut = new SynchronousFanOut<TStage, TCollector, TItem, TReturned, TResult>(stage, token);
        fanOut._results.Open(items.Length, default(TCollector).LeavesOut);
        try
        {
            foreach (var item in items)
            {
                fanOut.Take(item);
            }

            return fanOut._results.ToArray(fanOut._count);
        }
        finally
        {
            fanOut._results.Close();
        }
    }

    /// <summary>Calls the stage for the elements of a sequence.</summary>
    public static TResult[] Run(TStage stage, IEnumerable<TItem> items, CancellationToken token)
    {
        var fanOut = new SynchronousFanOut<TStage, TCollector, TItem, TReturned, TResult>(stage, token);
        fanOut._results.Open(count: -1, default(TCollector).LeavesOut);
        try
        {
            foreach (var item in items)
            {
                fanOut._results.Reserve(fanOut._count);
                fanOut.Take(item);
            }

            return fanOut._results.ToArray(fanOut._count);
        }
        finally
        {
            fanOut._results.Close();
        }
    }

    private void Take(TItem item)
    {
        _token.ThrowIfCancellationRequested();
        var hasResult = TryRun(item, out var result);
        _results.Set(_count++, hasResult, result);
    }

    private bool TryRun(TItem item, out TResult result)
    {
        TReturned returned;
        try
        {
            returned = _stage.Run(item, _token);
        }
        catch (Exception exception)
            when (default(TCollector).TakesFailures
                && !(exception is OperationCanceledException && _token.IsCancellationRequested)
            )
        {
            result = default(TCollector).TakeFailure(exception);
            return true;
        }

        return default(TCollector).TryTake(returned, out result);
    }
}
