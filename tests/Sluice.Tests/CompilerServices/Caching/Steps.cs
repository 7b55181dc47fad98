namespace Sluice.Tests.CompilerServices.Caching;

/// <summary>Counts the calls of what a user writes, and throws in one of them.</summary>
/// <param name="point">The number of that call, from 1.</param>
internal sealed class Steps(int point)
{
    private int _count;
    private volatile bool _isOver;

    /// <summary>Whether the point has been reached.</summary>
    public bool HasThrown => Volatile.Read(ref _count) >= point;

    /// <summary>What is thrown.</summary>
    public InvalidDataException Fault { get; } = new("at a point");

    /// <summary>Says that user code is called.</summary>
    public void Step()
    {
        if (!_isOver && Interlocked.Increment(ref _count) == point)
        {
            throw Fault;
        }
    }

    /// <summary>Lets all go well from here on.</summary>
    public void End() => _isOver = true;
}
