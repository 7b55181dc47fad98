using Sluice.CompilerServices;

namespace Sluice;

/// <summary>Makes one observer of several, as an entry point takes one.</summary>
public static class RunObservers
{
    /// <summary>Makes one observer of two. It is specialised for both, and costs no more than they do.</summary>
    /// <typeparam name="TInner">The type of the inner observer.</typeparam>
    /// <typeparam name="TOuter">The type of the outer observer.</typeparam>
    /// <param name="inner">The inner observer.</param>
    /// <param name="outer">The outer observer: it is told first of what starts, and last of all else.</param>
    /// <returns>The observer. When one of the two throws, the other goes on being told.</returns>
    public static ObserverPair<TInner, TOuter> Combine<TInner, TOuter>(TInner inner, TOuter outer)
        where TInner : struct, IRunObserver
        where TOuter : struct, IRunObserver => new(inner, outer);
}
