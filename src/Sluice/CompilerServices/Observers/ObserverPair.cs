using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>
/// Two observers of one run, the one inside the other: the outer is told first of what starts, and last of what ends. Neither suffers
/// when the other throws.
/// </summary>
/// <typeparam name="TInner">The type of the inner observer.</typeparam>
/// <typeparam name="TOuter">The type of the outer observer.</typeparam>
/// <param name="inner">The inner observer.</param>
/// <param name="outer">The outer observer.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Nobody compares two of them.
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
        // Of telemetry the run is counted out that was counted in, whatever a listener has thrown meanwhile.
        var mustEnd = typeof(TObserver) == typeof(RunTelemetry) && runEvent.Kind == RunEventKind.RunCompleted;
        if (Volatile.Read(ref failure) is not null && !mustEnd)
        {
            return;
        }

        try
        {
            observer.Observe(in runEvent);
        }
#pragma warning disable CA1031 // An observer never breaks a run, nor another observer: what it throws is reported.
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
