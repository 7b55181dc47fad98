using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices.Elements;

/// <summary>
/// A fan-out that is under way. Each of its workers handles one element at a time. There are never more workers than elements may be
/// under way at once, and the last worker that finds no element ends the fan-out.
/// </summary>
/// <remarks>It is pooled, and so are its workers. Its parts are struct type parameters, so that no call per element is virtual.</remarks>
internal sealed partial class ElementRun<TCall, TAwaiter, TSource, TCollector, TItem, TReturned, TResult>
    : FanOutRun<TResult[]>
    where TCall : struct, IElementCall<TItem, TReturned, TAwaiter>
    where TAwaiter : struct, ICriticalNotifyCompletion
    where TSource : struct, IElementSource<TItem>
    where TCollector : struct, IElementCollector<TReturned, TResult>
{
    private static readonly RunPool<ElementRun<TCall, TAwaiter, TSource, TCollector, TItem, TReturned, TResult>> Pool =
        new();

    private static readonly RunPool<Worker> Workers = new();

    private static readonly bool KeepsOneOnThread = Pool.KeepsOneOnThread;

    [ThreadStatic]
    private static ElementRun<TCall, TAwaiter, TSource, TCollector, TItem, TReturned, TResult>? _idleOnThread;

    private readonly Action _disposed;
    private TCall _call;
    private TSource _source;
    private ElementResults<TResult> _results;
    private ElementSettings _settings;
    private int _count;
    private int _claimed;
    private int _workers;
    private ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter _disposal;

    private ElementRun() => _disposed = Disposed;

    private bool IsIndexed => _count >= 0;

    /// <summary>Starts a fan-out that has results.</summary>
    public static ValueTask<TResult[]> Start(TCall call, TSource source, ElementSettings settings)
    {
        var callerContext = ExecutionContext.Capture();
        var run = Rent(call, source, settings, callerContext);
        var task = new ValueTask<TResult[]>(run, run.Version);
        run.Begin();
        CallerContext.Restore(callerContext);
        return task;
    }

    /// <summary>Starts a fan-out of an effect.</summary>
    public static ValueTask StartEffect(TCall call, TSource source, ElementSettings settings)
    {
        var callerContext = ExecutionContext.Capture();
        var run = Rent(call, source, settings, callerContext);
        var task = new ValueTask(run, run.Version);
        run.Begin();
        CallerContext.Restore(callerContext);
        return task;
    }

    /// <inheritdoc />
    protected override void ReturnToPool()
    {
        _call = default;
        _source = default;
        _settings = default;
        _disposal = default;
        ClearFailure();
        if (KeepsOneOnThread && _idleOnThread is null)
        {
            _idleOnThread = this;
        }
        else
        {
            Pool.Return(this);
        }
    }

    private static ElementRun<TCall, TAwaiter, TSource, TCollector, TItem, TReturned, TResult> Rent(
        TCall call,
        TSource source,
        ElementSettings settings,
        ExecutionContext? callerContext
    )
    {
        var run = KeepsOneOnThread ? _idleOnThread : null;
        if (run is not null)
        {
            _idleOnThread = null;
        }
        else
        {
            run = Pool.Rent() ?? new ElementRun<TCall, TAwaiter, TSource, TCollector, TItem, TReturned, TResult>();
        }

        run._call = call;
        run._source = source;
        run._settings = settings;
        run.Open(callerContext, settings.Token);
        return run;
    }

    private void Begin()
    {
        _count = _source.Count;
        _claimed = 0;
        _workers = 1;
        _sourceHasEnded = false;
        OpenToken(mayOverlap: _settings.Limit > 1 && _count is < 0 or > 1);
        var worker = RentWorker();
        try
        {
            _results.Open(_count, default(TCollector).LeavesOut);
            _source.Open(ElementToken);
        }
#pragma warning disable CA1031 // An exception of getting the enumerator is the failure of the stage.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(exception);
        }

        if (_settings.IsOffloaded && _count != 0)
        {
            worker.Queue();
        }
        else
        {
            Drain(worker);
        }
    }

    /// <summary>Continues with a worker, and with others that it makes room for, until none can continue.</summary>
    private void Drain(Worker? worker)
    {
        while (worker is not null)
        {
            worker = worker.Step switch
            {
                ElementStep.Claim => Claim(worker),
                ElementStep.TakePulled => TakePulled(worker),
                ElementStep.Start => StartElement(worker),
                _ => Settle(worker),
            };
        }
    }

    private Worker? Claim(Worker worker)
    {
        if (!IsIndexed)
        {
            return Pull(worker);
        }

        var index = Interlocked.Increment(ref _claimed) - 1;
        if (index >= _count || HasFailed)
        {
            return Retire(worker);
        }

        worker.Index = index;
        try
        {
            worker.Item = _source[index];
        }
#pragma warning disable CA1031 // An exception of reading an element is the failure of the stage.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(exception);
            return Retire(worker);
        }

        worker.Step = ElementStep.Start;
        return worker;
    }

    private Worker? StartElement(Worker worker)
    {
        if (!MayStart())
        {
            return Retire(worker);
        }

        if (_settings.IsOffloaded)
        {
            // First, since the element may keep this thread for long.
            TryAddWorker()?.Queue();
        }

        try
        {
            worker.Awaiter = _call.Start(worker.Item, ElementToken);
            if (_call.HasEnded(ref worker.Awaiter))
            {
                worker.Step = ElementStep.Settle;
                return worker;
            }
        }
#pragma warning disable CA1031 // An exception of the stage is the failure of the element.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return FailElement(worker, exception);
        }

        return Suspend(worker);
    }

    /// <summary>Suspends a worker until its element ends. Afterwards only a worker that was added before may be touched.</summary>
    private Worker? Suspend(Worker worker)
    {
        var next = _settings.IsOffloaded ? null : TryAddWorker();
        worker.Step = ElementStep.Settle;
        try
        {
            worker.Awaiter.UnsafeOnCompleted(worker.Continuation);
            return next;
        }
#pragma warning disable CA1031 // A task that cannot be awaited is the failure of the element.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            next?.Queue();
            return FailElement(worker, exception);
        }
    }

    private Worker Settle(Worker worker)
    {
        TReturned returned;
        try
        {
            returned = _call.Take(ref worker.Awaiter);
        }
#pragma warning disable CA1031 // An exception of the stage is the failure of the element.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return FailElement(worker, exception);
        }

        try
        {
            var hasResult = default(TCollector).TryTake(returned, out var result);
            _results.Set(worker.Index, hasResult, result);
        }
#pragma warning disable CA1031 // A failure that the stage returned in place of a result.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(exception, cancels: exception is RunCancelledException);
        }

        worker.Step = ElementStep.Claim;
        return worker;
    }

    private Worker FailElement(Worker worker, Exception exception)
    {
        if (default(TCollector).TakesFailures && !IsCancellation(exception))
        {
            _results.Set(worker.Index, hasResult: true, default(TCollector).TakeFailure(exception));
        }
        else
        {
            Fail(exception);
        }

        worker.Step = ElementStep.Claim;
        return worker;
    }

    /// <summary>Adds a worker if another element may start, and if there may be one that no worker will take.</summary>
    private Worker? TryAddWorker()
    {
        if (HasFailed || !(IsIndexed ? Volatile.Read(ref _claimed) < _count : MayPull))
        {
            return null;
        }

        var workers = Volatile.Read(ref _workers);
        while (workers < _settings.Limit)
        {
            var seen = Interlocked.CompareExchange(ref _workers, workers + 1, workers);
            if (seen == workers)
            {
                return RentWorker();
            }

            workers = seen;
        }

        return null;
    }

    private Worker RentWorker()
    {
        var worker = Workers.Rent() ?? new Worker();
        worker.Run = this;
        worker.Step = ElementStep.Claim;
        return worker;
    }

    private Worker? Retire(Worker worker)
    {
        worker.Clear();
        Workers.Return(worker);
        var left = Interlocked.Decrement(ref _workers);
        Debug.Assert(left >= 0, "A worker has retired twice.");
        if (left == 0)
        {
            End();
        }

        return null;
    }

    private void End()
    {
        try
        {
#pragma warning disable CA2012 // The awaiter is asked once, when it has ended.
            _disposal = _source.DisposeAsync().ConfigureAwait(false).GetAwaiter();
#pragma warning restore CA2012
            if (!_disposal.IsCompleted)
            {
                _disposal.UnsafeOnCompleted(_disposed);
                return;
            }
        }
#pragma warning disable CA1031 // An exception of disposing of the enumerator is the failure of the stage.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(exception);
            Complete();
            return;
        }

        Disposed();
    }

    private void Disposed()
    {
        try
        {
            _disposal.GetResult();
        }
#pragma warning disable CA1031 // An exception of disposing of the enumerator is the failure of the stage.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(exception);
        }

        Complete();
    }

    private void Complete()
    {
        TResult[]? results = null;
        try
        {
            results = HasFailed ? null : _results.ToArray(IsIndexed ? _count : _claimed);
        }
#pragma warning disable CA1031 // There may be no memory for so many results. The fan-out fails then.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(exception);
        }

        _results.Close();
        CloseToken(_settings.ResultsMayKeepToken);
        if (results is null)
        {
            CompleteExceptionally();
        }
        else
        {
            Complete(results);
        }
    }
}
