using System.Diagnostics;
using System.Threading.RateLimiting;
using Sluice.CompilerServices;
using Sluice.RateLimiting.Permits;

namespace Sluice.RateLimiting;

/// <summary>
/// A rate limiter that measures time by a <see cref="TimeProvider"/>. It can be used wherever a
/// <see cref="RateLimiter"/> is expected, and several stages and pipelines can share it (see
/// <see cref="RateLimitAttribute.Limiter"/>). Thread-safe.
/// </summary>
/// <remarks>
/// Waiting callers receive permits in the order of their arrival. A timer exists only while a caller waits. An
/// immediate acquisition does not allocate. A waiting caller receives a task, which can be awaited any number of times.
/// </remarks>
// The limiters of System.Threading.RateLimiting measure time only by Stopwatch. With automatic replenishment they use a
// system timer, and manual replenishment is refused until enough system time has passed, so no wrapper around them can
// follow another clock. This class therefore counts permits itself, for all three algorithms, under the contract of the
// library.
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

    /// <summary>
    /// Initializes a new instance of the <see cref="TimeProviderRateLimiter"/> class with all permits available.
    /// </summary>
    /// <param name="permits">The number of permits in a window. Must be at least 1.</param>
    /// <param name="window">The length of the window. Must be positive.</param>
    /// <param name="algorithm">The algorithm that counts permits.</param>
    /// <param name="segments">
    /// The number of segments of a sliding window. Must be at least 1. Other algorithms ignore it.
    /// </param>
    /// <param name="queueLimit">
    /// The maximum number of permits that callers can wait for at the same time. Must not be negative.
    /// </param>
    /// <param name="time">The clock, or <see langword="null"/> for <see cref="TimeProvider.System"/>.</param>
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

    /// <summary>Initializes a limiter whose time begins with the first clock that it follows.</summary>
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
    /// Switches to another clock. The elapsed time is kept, so the change neither adds nor removes permits.
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
                // The next caller may need fewer permits.
                Serve();
            }

            return true;
        }
    }

    /// <summary>Acquires permits without allocating, even if the caller must wait.</summary>
    /// <param name="permitCount">The number of permits.</param>
    /// <param name="cancellationToken">A token that ends the wait.</param>
    /// <returns>A task for the lease. It must be awaited only once, and the caller must not block on it.</returns>
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
#pragma warning disable CA2000 // The caller owns the lease.
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
        // A caller of the base class may use the task like those of other limiters: block on it, or await it twice.
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
                $"The limiter has only {permits} permits."
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
                // The timer may have fired early; it is then armed again.
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

    /// <summary>Gives waiting callers the permits that are available by now.</summary>
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

    /// <summary>
    /// Sets the timer to the time at which the first waiting caller can be served, or disarms it if no caller waits.
    /// </summary>
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
        // System timers truncate to milliseconds and would fire too early again and again.
        var due =
            ReferenceEquals(_time, TimeProvider.System) && left.Ticks % TimeSpan.TicksPerMillisecond != 0
                ? left + TimeSpan.FromMilliseconds(1)
                : left;
        return due < TimerLimits.Longest ? due : TimerLimits.Longest;
    }

    private ITimer MakeTimer(TimeProvider time)
    {
        // The timer serves all callers and must not capture the execution context of the caller that creates it.
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
