namespace Sluice.Tests.CompilerServices.Caching;

/// <summary>Counts the calls of user code, and throws in one of them.</summary>
/// <param name="point">The number of the call that throws, from 1.</param>
internal sealed class Steps(int point)
{
    private int _count;
    private volatile bool _isOver;

    /// <summary>Whether that call has been reached.</summary>
    public bool HasThrown => Volatile.Read(ref _count) >= point;

    /// <summary>The exception that is thrown.</summary>
    public InvalidDataException Fault { get; } = new("at a point");

    /// <summary>Counts a call of user code.</summary>
    public void Step()
    {
        if (!_isOver && Interlocked.Increment(ref _count) == point)
        {
            throw Fault;
        }
    }

    /// <summary>Lets all further calls succeed.</summary>
    public void End() => _isOver = true;
}
