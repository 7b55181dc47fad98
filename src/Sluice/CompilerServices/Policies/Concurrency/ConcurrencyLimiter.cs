using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>
/// Limits how many calls of a stage are under way. Others wait in the order in which they came. Thread-safe.
/// </summary>
/// <remarks>
/// One counter decides: it begins with the limit, each call that comes takes one from it, and each that leaves gives one back. Who
/// takes the last but none may go; who finds none waits; and who leaves while the counter says that somebody waits owes that one its
/// place. Only those who wait and those who owe meet under the lock.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConcurrencyLimiter
{
    private readonly string _stage;
    private readonly int _queueLimit;

    // Below nothing, it tells how many came that have no place and are owed none.
    private long _left;

    // Places that were owed when nobody stood in the queue: who came is on the way there.
    private int _deposited;

    // Places that are owed to callers which have given up in the meantime.
    private int _forgiven;
    private StagePlace? _first;
    private StagePlace? _last;
    private int _waiting;

    /// <summary>Makes a limit.</summary>
    /// <param name="stage">The name of the stage.</param>
    /// <param name="limit">How many calls may be under way: 1 or more.</param>
    /// <param name="queueLimit">How many calls may wait: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public ConcurrencyLimiter(string stage, int limit, int queueLimit)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(queueLimit);
        _stage = stage;
        _left = limit;
        _queueLimit = queueLimit;
    }

    /// <summary>How many calls could begin now without waiting.</summary>
    public int Available => (int)Math.Max(0, Left);

    /// <summary>How many calls wait.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>The lock of the queue. Who holds it keeps those who wait and those who owe from meeting.</summary>
    internal object Gate { get; } = new();

    /// <summary>What the counter shows.</summary>
    internal long Left => Volatile.Read(ref _left);

    /// <summary>Waits for a place.</summary>
    /// <param name="token">Ends the wait.</param>
    /// <returns>A task that ends when the caller has a place, which <see cref="Exit"/> must give back. It may be awaited once.</returns>
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

    /// <summary>Takes a caller out of the queue that gives up.</summary>
    /// <param name="place">What it waits with.</param>
    /// <returns>Whether it still waited.</returns>
    internal bool TryLeave(StagePlace place)
    {
        lock (Gate)
        {
            if (!place.IsQueued)
            {
                return false;
            }

            Remove(place);
            GiveUp();
            return true;
        }
    }

    private ValueTask WaitAsync(CancellationToken token)
    {
        var place = StagePlace.Rent(this, token);
        lock (Gate)
        {
            if (_deposited > 0)
            {
                _deposited--;
                place.ReturnUnused();
                return ValueTask.CompletedTask;
            }

            if (_waiting < _queueLimit)
            {
                Append(place);
            }
            else
            {
                GiveUp();
                place.ReturnUnused();
                return ValueTask.FromException(Rejection());
            }
        }

        return place.WaitAsync();
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

            if (_first is null)
            {
                _deposited++;
                return;
            }

            place = _first;
            Remove(place);
        }

        place.Grant();
    }

    // Under the lock, by a caller that came and goes without a place. Where the counter shows a place now, one that left has taken this
    // caller for one who waits, and is on its way to the lock: the place that it owes must not come on top of the one that is shown.
    // None is deposited meanwhile, since whoever goes would have taken it.
    private void GiveUp()
    {
        if (Interlocked.Increment(ref _left) > 0)
        {
            _forgiven++;
        }
    }

    private void Append(StagePlace place)
    {
        place.IsQueued = true;
        place.Before = _last;
        if (_last is null)
        {
            _first = place;
        }
        else
        {
            _last.Behind = place;
        }

        _last = place;
        _waiting++;
    }

    private void Remove(StagePlace place)
    {
        if (place.Before is null)
        {
            _first = place.Behind;
        }
        else
        {
            place.Before.Behind = place.Behind;
        }

        if (place.Behind is null)
        {
            _last = place.Before;
        }
        else
        {
            place.Behind.Before = place.Before;
        }

        place.IsQueued = false;
        place.Before = null;
        place.Behind = null;
        _waiting--;
    }

    private StageRejectedException Rejection() =>
        new($"Stage '{_stage}' was not called: {_queueLimit} calls of it wait already, and no more may.")
        {
            Stage = _stage,
        };
}
