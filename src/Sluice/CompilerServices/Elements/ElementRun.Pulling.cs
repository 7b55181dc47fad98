using System.Diagnostics;

namespace Sluice.CompilerServices.Elements;

/// <content>
/// Elements of an enumerator, which one worker at a time pulls. A worker that finds another there is parked, without a thread, and queued
/// to the thread pool when the other has its element.
/// </content>
internal sealed partial class ElementRun<TCall, TAwaiter, TSource, TCollector, TItem, TReturned, TResult>
{
    private readonly object _pullGate = new();
    private Worker? _parked;
    private bool _isPulling;
    private bool _sourceHasEnded;

    private bool MayPull => !Volatile.Read(ref _isPulling) && !Volatile.Read(ref _sourceHasEnded);

    private Worker? Pull(Worker worker)
    {
        Worker? parked = null;
        var ends = false;
        lock (_pullGate)
        {
            if (_sourceHasEnded || HasFailed)
            {
                parked = EndSource();
                ends = true;
            }
            else if (_isPulling)
            {
                worker.NextParked = _parked;
                _parked = worker;
                return null;
            }
            else
            {
                _isPulling = true;
            }
        }

        return ends ? RetireWith(parked, worker) : MoveNext(worker);
    }

    private Worker? MoveNext(Worker worker)
    {
        worker.Step = ElementStep.TakePulled;
        try
        {
#pragma warning disable CA2012 // The awaiter is asked once, when it has ended.
            worker.Pulling = _source.MoveNextAsync().ConfigureAwait(false).GetAwaiter();
#pragma warning restore CA2012
            if (worker.Pulling.IsCompleted)
            {
                return worker;
            }

            worker.Pulling.UnsafeOnCompleted(worker.Continuation);
            return null;
        }
#pragma warning disable CA1031 // An exception of the enumerator is the failure of the stage.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(exception);
            return EndPull(worker, hasElement: false);
        }
    }

    private Worker? TakePulled(Worker worker)
    {
        var hasElement = false;
        try
        {
            if (worker.Pulling.GetResult())
            {
                worker.Item = _source.Current;
                worker.Index = _claimed;
                _results.Reserve(_claimed);
                _claimed++;
                hasElement = true;
            }
        }
#pragma warning disable CA1031 // An exception of the enumerator is the failure of the stage.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(exception);
        }

        return EndPull(worker, hasElement);
    }

    /// <summary>Lets the next worker pull, and starts the element.</summary>
    private Worker? EndPull(Worker worker, bool hasElement)
    {
        Worker? parked;
        lock (_pullGate)
        {
            _isPulling = false;
            hasElement = hasElement && !HasFailed;
            if (hasElement)
            {
                parked = _parked;
                _parked = parked?.NextParked;
            }
            else
            {
                parked = EndSource();
            }
        }

        if (!hasElement)
        {
            return RetireWith(parked, worker);
        }

        parked?.Queue();
        worker.Step = ElementStep.Start;
        return worker;
    }

    /// <summary>Notes that no more elements are pulled.</summary>
    /// <returns>The parked workers, which the caller must retire.</returns>
    private Worker? EndSource()
    {
        Debug.Assert(Monitor.IsEntered(_pullGate), "A worker could be parked meanwhile.");
        var parked = _parked;
        _parked = null;
        _sourceHasEnded = true;
        return parked;
    }

    private Worker? RetireWith(Worker? parked, Worker worker)
    {
        while (parked is not null)
        {
            var next = parked.NextParked;
            _ = Retire(parked);
            parked = next;
        }

        // Last, so that the fan-out cannot end earlier.
        return Retire(worker);
    }
}
