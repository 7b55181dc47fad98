namespace Sluice.CompilerServices;

/// <summary>An observer that continues although an inner observer has thrown.</summary>
internal interface IObserverFailure
{
    /// <summary>The first exception of an inner observer, or <see langword="null"/>.</summary>
    Exception? Failure { get; }

    /// <summary>Returns the first exception of an observer's inner observers, or <see langword="null"/>.</summary>
#pragma warning disable CA1508 // The analysis assumes that every observer implements the interface.
    static Exception? Of<TObserver>(TObserver observer)
        where TObserver : struct, IRunObserver => observer is IObserverFailure failing ? failing.Failure : null;
#pragma warning restore CA1508
}
