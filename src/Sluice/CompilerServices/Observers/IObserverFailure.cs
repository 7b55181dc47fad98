namespace Sluice.CompilerServices;

/// <summary>An observer that goes on although one of those that it tells has thrown.</summary>
internal interface IObserverFailure
{
    /// <summary>What was thrown first, or <see langword="null"/>.</summary>
    Exception? Failure { get; }

    /// <summary>What one of those that the observer tells has thrown, or <see langword="null"/>.</summary>
#pragma warning disable CA1508 // The analysis takes every observer for one that implements the interface.
    static Exception? Of<TObserver>(TObserver observer)
        where TObserver : struct, IRunObserver => observer is IObserverFailure failing ? failing.Failure : null;
#pragma warning restore CA1508
}
