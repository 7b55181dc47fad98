using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>Creates the event reporter of a run.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RunEvents
{
    /// <summary>Creates the event reporter and reports the start of the run.</summary>
    /// <typeparam name="TObserver">
    /// The type of the observer, or <see cref="NoObserver"/> if the run is not observed.
    /// </typeparam>
    /// <param name="stages">The stages of the entry point.</param>
    /// <param name="entryPoint">The name of the entry point.</param>
    /// <param name="observer">The observer.</param>
    /// <param name="context">The context that the caller passed to the run, or <see langword="null"/>.</param>
    /// <param name="needsScope">Whether the run needs a scope even if it is not observed.</param>
    /// <param name="isSynchronous">Whether the entry point is synchronous and cannot await.</param>
    /// <param name="callerToken">The caller's token.</param>
    /// <returns>The event reporter.</returns>
    public static RunEvents<TObserver> Open<TObserver>(
        ReportedStages stages,
        string entryPoint,
        TObserver observer,
        RunContext? context,
        bool needsScope,
        bool isSynchronous,
        CancellationToken callerToken
    )
        where TObserver : struct, IRunObserver =>
        typeof(TObserver) == typeof(NoObserver) && !needsScope
            ? default
            : new RunEvents<TObserver>(
                RunScope.Observe(stages, entryPoint, observer, context, isSynchronous, callerToken)
            );
}
