using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>Two observers of one run.</summary>
/// <typeparam name="TFirst">The one that is told first.</typeparam>
/// <typeparam name="TSecond">The other.</typeparam>
/// <param name="first">The one that is told first.</param>
/// <param name="second">The other.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Nobody compares two of them.
public struct ObserverPair<TFirst, TSecond>(TFirst first, TSecond second) : IRunObserver
#pragma warning restore CA1815
    where TFirst : struct, IRunObserver
    where TSecond : struct, IRunObserver
{
    private TFirst _first = first;
    private TSecond _second = second;

    /// <inheritdoc />
    public void Observe(in RunEvent runEvent)
    {
        try
        {
            _first.Observe(in runEvent);
        }
        finally
        {
            _second.Observe(in runEvent);
        }
    }
}
