namespace Sluice;

/// <summary>A queue of events that grows up to a limit, and lets go of what it has given. Not thread-safe.</summary>
internal sealed class EventQueue(int capacity)
{
    private RunEvent[] _events = new RunEvent[Math.Min(capacity, 64)];
    private int _first;

    /// <summary>How many events there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether there is no room.</summary>
    public bool IsFull => Count == capacity;

    /// <summary>Adds an event. There must be room.</summary>
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

    /// <summary>Drops the event that has been there longest. There must be one.</summary>
    public void DropFirst()
    {
        _events[_first] = default;
        _first = (_first + 1) % _events.Length;
        Count--;
    }

    /// <summary>Takes as many events as there are and fit.</summary>
    /// <returns>How many.</returns>
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
    /// <returns>How many there were.</returns>
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
