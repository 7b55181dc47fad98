using Sluice.CompilerServices;

namespace Sluice;

/// <summary>Provides methods that combine observers, because an entry point takes only one.</summary>
public static class RunObservers
{
    /// <summary>Combines two observers. The result is specialized for both types and adds no cost of its own.</summary>
    /// <typeparam name="TInner">The type of the inner observer.</typeparam>
    /// <typeparam name="TOuter">The type of the outer observer.</typeparam>
    /// <param name="inner">The inner observer.</param>
    /// <param name="outer">
    /// The outer observer. It receives the start of the run, a stage or a compensation before the inner observer, and
    /// all other events after it.
    /// </param>
    /// <returns>The combined observer. If one of the two throws, the other continues to receive events.</returns>
    public static ObserverPair<TInner, TOuter> Combine<TInner, TOuter>(TInner inner, TOuter outer)
        where TInner : struct, IRunObserver
        where TOuter : struct, IRunObserver => new(inner, outer);
}
