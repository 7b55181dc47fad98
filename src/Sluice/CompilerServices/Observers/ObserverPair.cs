using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>
/// Combines two observers of a run. The outer one receives starts before the inner one, and all other events after it.
/// If one throws, the other continues.
/// </summary>
/// <typeparam name="TInner">The type of the inner observer.</typeparam>
/// <typeparam name="TOuter">The type of the outer observer.</typeparam>
/// <param name="inner">The inner observer.</param>
/// <param name="outer">The outer observer.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Observers are not compared.
public struct ObserverPair<TInner, TOuter>(TInner inner, TOuter outer) : IRunObserver, IObserverFailure
#pragma warning restore CA1815
    where TInner : struct, IRunObserver
    where TOuter : struct, IRunObserver
{
    private TInner _inner = inner;
    private TOuter _outer = outer;
    private Exception? _innerFailure;
    private Exception? _outerFailure;

    readonly Exception? IObserverFailure.Failure =>
        _innerFailure ?? _outerFailure ?? IObserverFailure.Of(_inner) ?? IObserverFailure.Of(_outer);

    /// <inheritdoc />
    public void Observe(in RunEvent runEvent)
    {
        if (runEvent.Kind is RunEventKind.RunStarted or RunEventKind.StageStarted or RunEventKind.CompensationStarted)
        {
            Tell(ref _outer, ref _outerFailure, in runEvent);
            Tell(ref _inner, ref _innerFailure, in runEvent);
        }
        else
        {
            Tell(ref _inner, ref _innerFailure, in runEvent);
            Tell(ref _outer, ref _outerFailure, in runEvent);
        }
    }

    private static void Tell<TObserver>(ref TObserver observer, ref Exception? failure, in RunEvent runEvent)
        where TObserver : struct, IRunObserver
    {
        // Telemetry must remove a run from the count of active runs, even if a listener has thrown in the meantime.
        var mustEnd = typeof(TObserver) == typeof(RunTelemetry) && runEvent.Kind == RunEventKind.RunCompleted;
        if (Volatile.Read(ref failure) is not null && !mustEnd)
        {
            return;
        }

        try
        {
            observer.Observe(in runEvent);
        }
#pragma warning disable CA1031 // An observer breaks neither a run nor another observer: its exceptions are reported.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (Interlocked.CompareExchange(ref failure, exception, null) is null)
            {
                SluiceEventSource.Log.ObserverFailed(
                    runEvent.Pipeline,
                    runEvent.EntryPoint,
                    typeof(TObserver).Name,
                    exception
                );
            }
        }
    }
}
