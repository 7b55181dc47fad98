namespace Sluice;

/// <summary>
/// A queue of events that grows up to a limit and keeps no reference to removed events. Not thread-safe.
/// </summary>
internal sealed class EventQueue(int capacity)
{
    private RunEvent[] _events = new RunEvent[Math.Min(capacity, 64)];
    private int _first;

    /// <summary>The number of events in the queue.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the queue has reached its capacity.</summary>
    public bool IsFull => Count == capacity;

    /// <summary>Adds an event. The queue must not be full.</summary>
    public void Add(in RunEvent runEvent)
    {
        if (Count == _events.Length)
        {
            var grown = new RunEvent[Math.Min(capacity, Count * 2)];
            CopyTo(grown);
            _events = grown;
            _first = 0;
        }

        _events[(_first + Count) % _events.Length] = runEvent;
        Count++;
    }

    /// <summary>Drops the oldest event. The queue must not be empty.</summary>
    public void DropFirst()
    {
        _events[_first] = default;
        _first = (_first + 1) % _events.Length;
        Count--;
    }

    /// <summary>Removes as many events as are available and fit into the target.</summary>
    /// <returns>The number of removed events.</returns>
    public int Take(Span<RunEvent> target)
    {
        var taken = Math.Min(Count, target.Length);
        for (var index = 0; index < taken; index++)
        {
            target[index] = _events[_first];
            DropFirst();
        }

        return taken;
    }

    /// <summary>Drops all events.</summary>
    /// <returns>The number of dropped events.</returns>
    public int Clear()
    {
        var dropped = Count;
        Array.Clear(_events);
        (_first, Count) = (0, 0);
        return dropped;
    }

    private void CopyTo(RunEvent[] target)
    {
        var untilEnd = _events.Length - _first;
        Array.Copy(_events, _first, target, 0, untilEnd);
        Array.Copy(_events, 0, target, untilEnd, _first);
    }
}
