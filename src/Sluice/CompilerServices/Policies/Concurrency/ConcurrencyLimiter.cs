using System.ComponentModel;
using System.Diagnostics;

namespace Sluice.CompilerServices;

/// <summary>Limits how many calls of a stage run at once. Further calls wait in the order in which they came. Thread-safe.</summary>
/// <remarks>
/// One counter decides. It starts at the limit; each call that comes takes one from it, and each call that leaves gives one back. A
/// caller proceeds if the counter was above zero, and waits otherwise. A caller that leaves and finds the counter at zero or below
/// owes its place to a waiting caller. Only callers that wait and callers that owe a place take the lock.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConcurrencyLimiter
{
    private readonly string _stage;
    private readonly int _queueLimit;
    private readonly WaiterQueue<StagePlace, bool> _queue;

    // Below zero, the number of callers that have no place and are owed none.
    private long _left;

    // The number of places that were owed while the queue was empty, since the caller was still on its way to the queue.
    private int _deposited;

    // The number of places that are owed to callers which have given up meanwhile.
    private int _forgiven;

    /// <summary>Makes a limiter.</summary>
    /// <param name="stage">The name of the stage.</param>
    /// <param name="limit">The number of calls that may run at once: 1 or more.</param>
    /// <param name="queueLimit">The number of calls that may wait: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="limit"/> is less than 1, or <paramref name="queueLimit"/> is negative.
    /// </exception>
    public ConcurrencyLimiter(string stage, int limit, int queueLimit)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(queueLimit);
        _stage = stage;
        _left = limit;
        _queueLimit = queueLimit;
        _queue = new WaiterQueue<StagePlace, bool>(Gate);
    }

    /// <summary>The number of calls that could begin now without waiting.</summary>
    public int Available => (int)Math.Max(0, Left);

    /// <summary>The number of calls that wait.</summary>
    public int Waiting => _queue.Count;

    /// <summary>The lock of the queue. While it is held, waiting callers and callers that owe a place cannot meet.</summary>
    internal object Gate { get; } = new();

    /// <summary>The value of the counter.</summary>
    internal long Left => Volatile.Read(ref _left);

    /// <summary>Waits for a place.</summary>
    /// <param name="token">Cancels the wait.</param>
    /// <returns>
    /// A task that ends when the caller has a place, which <see cref="Exit"/> must give back. It must be awaited once. If too many calls
    /// wait already, it fails with a <see cref="StageRejectedException"/>.
    /// </returns>
    public ValueTask EnterAsync(CancellationToken token)
    {
        if (token.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(token);
        }

        return Interlocked.Decrement(ref _left) >= 0 ? ValueTask.CompletedTask : WaitAsync(token);
    }

    /// <summary>Gives a place back.</summary>
    public void Exit()
    {
        if (Interlocked.Increment(ref _left) <= 0)
        {
            HandOver();
        }
    }

    /// <summary>Removes a caller that gives up from the queue.</summary>
    /// <param name="place">The waiter of the caller.</param>
    /// <returns>Whether it was still queued.</returns>
    internal bool TryLeave(StagePlace place)
    {
        lock (Gate)
        {
            if (!place.IsQueued)
            {
                return false;
            }

            _queue.Remove(place);
            GiveUp();
            return true;
        }
    }

    private ValueTask WaitAsync(CancellationToken token)
    {
        var place = StagePlace.Rent(this);
        lock (Gate)
        {
            Debug.Assert(_deposited == 0 || _queue.First is null, "A place is kept from a waiting caller.");
            if (_deposited > 0)
            {
                _deposited--;
                place.ReturnUnused();
                return ValueTask.CompletedTask;
            }

            if (_queue.Count < _queueLimit)
            {
                _queue.Add(place);
            }
            else
            {
                GiveUp();
                place.ReturnUnused();
                return ValueTask.FromException(Rejection());
            }
        }

        return place.WaitWithoutResultAsync(token);
    }

    private void HandOver()
    {
        StagePlace place;
        lock (Gate)
        {
            if (_forgiven > 0)
            {
                _forgiven--;
                return;
            }

            if (_queue.First is not { } first)
            {
                _deposited++;
                return;
            }

            place = first;
            _queue.Remove(place);
        }

        place.End(result: true);
    }

    // Called for a caller that came and leaves without a place. If the counter is above zero afterwards, a caller that left has counted
    // this one as waiting and is on its way to the lock: the place that it owes must not be added to the one that the counter shows.
    // No place is deposited at this moment, since a caller that comes would have taken it.
    private void GiveUp()
    {
        Debug.Assert(Monitor.IsEntered(Gate), "A caller that owes a place could pass.");
        if (Interlocked.Increment(ref _left) > 0)
        {
            _forgiven++;
        }
    }

    private StageRejectedException Rejection() =>
        new($"Stage '{_stage}' was not called: {_queueLimit} calls are already waiting, which is the limit.")
        {
            Stage = _stage,
        };
}
