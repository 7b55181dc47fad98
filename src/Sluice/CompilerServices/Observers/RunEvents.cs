using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>Opens what tells the observer of a run what happens in it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RunEvents
{
    /// <summary>Opens it, and tells that the run has started.</summary>
    /// <typeparam name="TObserver">The type of the observer; <see cref="NoObserver"/> where nobody observes this run.</typeparam>
    /// <param name="stages">The stages of the entry point.</param>
    /// <param name="entryPoint">The name of the entry point.</param>
    /// <param name="observer">The observer.</param>
    /// <param name="context">What the caller says of the run.</param>
    /// <param name="needsScope">Whether the run needs a scope although nobody observes it.</param>
    /// <param name="isSynchronous">Whether nothing can be awaited in the run.</param>
    /// <param name="callerToken">The caller's token.</param>
    /// <returns>What tells the observer.</returns>
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
