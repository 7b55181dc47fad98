using System.Diagnostics;
using System.Threading.RateLimiting;
using Sluice.CompilerServices;
using Sluice.RateLimiting.Permits;

namespace Sluice.RateLimiting;

/// <summary>
/// A rate limiter that goes by a <see cref="TimeProvider"/>. It may be shared by several stages and pipelines (see
/// <see cref="RateLimitAttribute.Limiter"/>) and used wherever a <see cref="RateLimiter"/> is. Thread-safe.
/// </summary>
/// <remarks>
/// Those who wait get permits in the order in which they came. There is a timer only while somebody waits. What is acquired at once
/// allocates nothing; who has to wait gets a task, which may be awaited as often and by as many as like.
/// </remarks>
// The limiters of System.Threading.RateLimiting measure time by Stopwatch and nothing else: they replenish themselves by a timer of
// the system, and when somebody else tells them to, they refuse until enough of the system's time has passed. Nothing that is built
// around them could follow another clock. So the counting is done here, for all three algorithms, under the library's own contract.
public sealed class TimeProviderRateLimiter : RateLimiter
{
    private readonly object _gate = new();
    private readonly PermitSupply _supply;
    private readonly PermitQueue _queue;
    private readonly int _permits;
    private readonly int _queueLimit;
    private TimeProvider? _time;
    private long _origin;
    private long _now;
    private long _ticksBeforeOrigin;
    private long _lastUse;
    private ITimer? _timer;
    private long _armedFor;
    private bool _isArmed;
    private bool _isDisposed;
    private long _acquired;
    private long _refused;

    /// <summary>Makes a limiter, of which all permits are there.</summary>
    /// <param name="permits">How many permits there are: 1 or more.</param>
    /// <param name="window">In which time: more than nothing.</param>
    /// <param name="algorithm">How they are counted.</param>
    /// <param name="segments">Into how many segments a sliding window is divided: 1 or more. Otherwise it does not matter.</param>
    /// <param name="queueLimit">How many permits may be waited for at a time: 0 or more.</param>
    /// <param name="time">The clock: that of the system where it is left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public TimeProviderRateLimiter(
        int permits,
        TimeSpan window,
        RateLimitAlgorithm algorithm = RateLimitAlgorithm.FixedWindow,
        int segments = 8,
        int queueLimit = int.MaxValue,
        TimeProvider? time = null
    )
        : this(permits, window, algorithm, segments, queueLimit) => Follow(time ?? TimeProvider.System);

    /// <summary>Makes a limiter whose time begins with the first clock that it follows.</summary>
    internal TimeProviderRateLimiter(
        int permits,
        TimeSpan window,
        RateLimitAlgorithm algorithm,
        int segments,
        int queueLimit
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(permits, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(segments, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(queueLimit);
        _supply = PermitSupply.Create(permits, window, algorithm, segments);
        _queue = new PermitQueue(_gate);
        _permits = permits;
        _queueLimit = queueLimit;
    }

    /// <inheritdoc />
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_gate)
            {
                Advance();
                return _supply.Available == _permits ? new TimeSpan(_now - _lastUse) : null;
            }
        }
    }

    /// <inheritdoc />
    public override RateLimiterStatistics GetStatistics()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            Serve();
            return new RateLimiterStatistics
            {
                CurrentAvailablePermits = _supply.Available,
                CurrentQueuedCount = _queue.Permits,
                TotalSuccessfulLeases = _acquired,
                TotalFailedLeases = _refused,
            };
        }
    }

    /// <summary>
    /// Goes by another clock from now on. How far its time has come it takes along, so that a change of clocks neither brings nor
    /// takes permits.
    /// </summary>
    internal void Follow(TimeProvider time)
    {
        if (ReferenceEquals(time, Volatile.Read(ref _time)))
        {
            return;
        }

        lock (_gate)
        {
            Advance();
            _timer?.Dispose();
            _timer = null;
            _isArmed = false;
            _ticksBeforeOrigin = _now;
            _origin = time.GetTimestamp();
            _time = time;
            Arm();
        }
    }

    /// <summary>Removes a caller that gives up from the queue.</summary>
    /// <returns>Whether it was still queued.</returns>
    internal bool TryLeave(PermitWaiter waiter)
    {
        lock (_gate)
        {
            if (!waiter.IsQueued)
            {
                return false;
            }

            var wasFirst = waiter == _queue.First;
            _queue.Remove(waiter);
            if (wasFirst)
            {
                // The next may wait for less.
                Serve();
            }

            return true;
        }
    }

    /// <summary>Acquires permits, and takes no memory where it has to wait either.</summary>
    /// <param name="permitCount">How many.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The lease. It may be awaited once, and not be blocked on.</returns>
    internal ValueTask<RateLimitLease> AcquireOnceAsync(int permitCount, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<RateLimitLease>(cancellationToken);
        }

        ThrowIfMoreThan(_permits, permitCount);
        PermitWaiter waiter;
        lock (_gate)
        {
            if (TryAcquire(permitCount))
            {
                return new(PermitLease.Acquired);
            }

            if (_queueLimit - _queue.Permits < permitCount)
            {
#pragma warning disable CA2000 // The lease is the caller's.
                return new(Refusal(permitCount));
#pragma warning restore CA2000
            }

            waiter = PermitWaiter.Rent(this, permitCount);
            _queue.Add(waiter);
            Arm();
        }

        return waiter.WaitAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        ThrowIfMoreThan(_permits, permitCount);
        lock (_gate)
        {
            return TryAcquire(permitCount) ? PermitLease.Acquired : Refusal(permitCount);
        }
    }

    /// <inheritdoc />
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        // Who calls it knows a RateLimiter, and may do with a wait what those of the library allow: block on it, or await it twice.
        var acquiring = AcquireOnceAsync(permitCount, cancellationToken);
        return acquiring.IsCompletedSuccessfully ? new(acquiring.Result) : new(acquiring.AsTask());
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            End();
        }

        base.Dispose(disposing);
    }

    /// <inheritdoc />
    protected override ValueTask DisposeAsyncCore()
    {
        End();
        return base.DisposeAsyncCore();
    }

    private static void ThrowIfMoreThan(int permits, int permitCount)
    {
        if (permitCount > permits)
        {
            throw new ArgumentOutOfRangeException(
                nameof(permitCount),
                permitCount,
                $"There are never more than {permits} permits at a time."
            );
        }
    }

    private void End()
    {
        lock (_gate)
        {
            _isDisposed = true;
            while (_queue.First is { } waiter)
            {
                _queue.Remove(waiter);
                waiter.End(PermitLease.Ended);
            }

            _timer?.Dispose();
            _timer = null;
        }
    }

    private void Tick()
    {
        lock (_gate)
        {
            if (!_isDisposed)
            {
                // It may have come before its time: then it is armed again.
                _isArmed = false;
                Serve();
            }
        }
    }

    private bool TryAcquire(int count)
    {
        AssertIsLocked();
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        Serve();
        return _queue.First is null && TryTake(count);
    }

    private bool TryTake(int count)
    {
        AssertIsLocked();
        // Who asks for none asks whether there is any.
        if (count == 0 ? _supply.Available == 0 : !_supply.TryTake(count))
        {
            return false;
        }

        _lastUse = _now;
        _acquired++;
        return true;
    }

    private PermitLease Refusal(int count)
    {
        AssertIsLocked();
        _refused++;
        return PermitLease.Refused(new TimeSpan(_supply.TicksUntil(Math.Max(1, count))));
    }

    /// <summary>Gives those who wait what there is for them by now.</summary>
    private void Serve()
    {
        Advance();
        while (_queue.First is { } waiter && TryTake(waiter.Count))
        {
            _queue.Remove(waiter);
            waiter.End(PermitLease.Acquired);
        }

        Arm();
    }

    private void Advance()
    {
        AssertIsLocked();
        if (_time is not null)
        {
            _now = Math.Max(_now, _ticksBeforeOrigin + _time.GetElapsedTime(_origin).Ticks);
            _supply.MoveTo(_now);
        }
    }

    /// <summary>Sets the timer to when there is something for the first who waits. When nobody waits it is not armed.</summary>
    private void Arm()
    {
        AssertIsLocked();
        if (_queue.First is not { } first)
        {
            if (_isArmed)
            {
                _isArmed = false;
                _timer!.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }

            return;
        }

        var left = new TimeSpan(_supply.TicksUntil(Math.Max(1, first.Count)));
        if (_isArmed && _armedFor == _now + left.Ticks)
        {
            return;
        }

        _isArmed = true;
        _armedFor = _now + left.Ticks;
        _timer ??= MakeTimer(_time!);
        _timer.Change(DueTime(left), Timeout.InfiniteTimeSpan);
    }

    [Conditional("DEBUG")]
    private void AssertIsLocked() => Debug.Assert(Monitor.IsEntered(_gate), "The limiter is used without its lock.");

    private TimeSpan DueTime(TimeSpan left)
    {
        // Timers of the system drop what is less than a millisecond, and would call back too early again and again.
        var due =
            ReferenceEquals(_time, TimeProvider.System) && left.Ticks % TimeSpan.TicksPerMillisecond != 0
                ? left + TimeSpan.FromMilliseconds(1)
                : left;
        return due < TimerLimits.Longest ? due : TimerLimits.Longest;
    }

    private ITimer MakeTimer(TimeProvider time)
    {
        // It serves all callers, and keeps nothing of the one that happens to make it.
        if (ExecutionContext.IsFlowSuppressed())
        {
            return MakeTimerHere(time);
        }

        using (ExecutionContext.SuppressFlow())
        {
            return MakeTimerHere(time);
        }
    }

    private ITimer MakeTimerHere(TimeProvider time) =>
        time.CreateTimer(
            static limiter => ((TimeProviderRateLimiter)limiter!).Tick(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
}
