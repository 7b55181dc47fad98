using System.ComponentModel;
using System.Diagnostics;

namespace Sluice.CompilerServices;

/// <summary>Callers that wait, in the order in which they came. A waiter may leave from anywhere in the queue.</summary>
/// <typeparam name="TWaiter">The type of the waiters.</typeparam>
/// <typeparam name="T">The type of their results.</typeparam>
/// <remarks>The queue is not thread-safe. Every member except <see cref="Count"/> is used under the lock of its owner.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1711 // It is a queue.
public sealed class WaiterQueue<TWaiter, T>
#pragma warning restore CA1711
    where TWaiter : QueuedWaiter<TWaiter, T>
{
    private readonly object _gate;
    private TWaiter? _first;
    private TWaiter? _last;
    private int _count;

    /// <summary>Makes an empty queue.</summary>
    /// <param name="gate">The lock of the owner.</param>
    public WaiterQueue(object gate) => _gate = gate;

    /// <summary>The waiter that came first, or <see langword="null"/>.</summary>
    public TWaiter? First
    {
        get
        {
            AssertIsLocked();
            return _first;
        }
    }

    /// <summary>The number of waiters. It may be read without the lock.</summary>
    internal int Count => Volatile.Read(ref _count);

    /// <summary>Adds a waiter at the end and begins its lease.</summary>
    /// <param name="waiter">The waiter.</param>
    public void Add(TWaiter waiter)
    {
        AssertIsLocked();
        ArgumentNullException.ThrowIfNull(waiter);
        waiter.Join();
        waiter.Previous = _last;
        if (_last is null)
        {
            _first = waiter;
        }
        else
        {
            _last.Next = waiter;
        }

        _last = waiter;
        _count++;
    }

    /// <summary>Removes a waiter. The calling thread must end its wait.</summary>
    /// <param name="waiter">The waiter.</param>
    public void Remove(TWaiter waiter)
    {
        AssertIsLocked();
        ArgumentNullException.ThrowIfNull(waiter);
        Debug.Assert(waiter.Previous is not null || ReferenceEquals(waiter, _first), "It waits in another queue.");
        if (waiter.Previous is null)
        {
            _first = waiter.Next;
        }
        else
        {
            waiter.Previous.Next = waiter.Next;
        }

        if (waiter.Next is null)
        {
            _last = waiter.Previous;
        }
        else
        {
            waiter.Next.Previous = waiter.Previous;
        }

        waiter.Next = null;
        waiter.Leave();
        _count--;
    }

    /// <summary>Removes all waiters. The calling thread must end their waits, which it can do without the lock.</summary>
    /// <returns>The waiter that came first. <see cref="TakeNext"/> gives the others.</returns>
    internal TWaiter? RemoveAll()
    {
        AssertIsLocked();
        var first = _first;
        for (var waiter = first; waiter is not null; waiter = waiter.Next)
        {
            waiter.Leave();
        }

        _first = null;
        _last = null;
        _count = 0;
        return first;
    }

    /// <summary>Separates a waiter from those that were removed with it.</summary>
    /// <param name="waiter">A waiter that <see cref="RemoveAll"/> or this method has given.</param>
    /// <returns>The next of them, or <see langword="null"/>.</returns>
    internal static TWaiter? TakeNext(TWaiter waiter)
    {
        var next = waiter.Next;
        waiter.Next = null;
        return next;
    }

    [Conditional("DEBUG")]
    private void AssertIsLocked() => Debug.Assert(Monitor.IsEntered(_gate), "The queue is used without its lock.");
}
