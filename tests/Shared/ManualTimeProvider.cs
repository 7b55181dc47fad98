namespace Sluice.Tests.Shared;

/// <summary>
/// A clock that advances only when a test advances it. Its timers fire on the thread that advances it, in the order in which they are
/// due, each at its own time. Thread-safe.
/// </summary>
/// <remarks>
/// A timer that is due immediately fires at the next call of <see cref="Advance"/>, even if that advances by zero. Timers accept the
/// same range of times as system timers and, like them, call back in the execution context in which they were created.
/// </remarks>
internal sealed class ManualTimeProvider : TimeProvider
{
    private readonly object _gate = new();
    private readonly PriorityQueue<(ManualTimer Timer, int Arming), (long Due, long Order)> _pending = new();
    private readonly List<(int Times, TaskCompletionSource Waiter)> _waiters = [];
    private readonly DateTimeOffset _start;
    private long _now;
    private long _order;
    private int _created;
    private int _disposed;
    private int _armed;
    private int _armings;
    private int _fired;

    /// <summary>Creates a clock.</summary>
    /// <param name="start">The initial time. The default is the beginning of the year 2030.</param>
    public ManualTimeProvider(DateTimeOffset? start = null) =>
        _start = start ?? new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A timestamp is a number of ticks.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The local time zone is UTC, the zone of the clock's own times.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>The time by which the clock has advanced.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(GetTimestamp());

    /// <summary>The number of timers created so far.</summary>
    public int TimersCreated => Volatile.Read(ref _created);

    /// <summary>The number of timers disposed so far.</summary>
    public int TimersDisposed => Volatile.Read(ref _disposed);

    /// <summary>The number of timers that are currently armed.</summary>
    public int TimersArmed => Volatile.Read(ref _armed);

    /// <summary>The number of times that any timer was armed, by its creation or by a change.</summary>
    public int Armings => Volatile.Read(ref _armings);

    /// <summary>The number of times that any timer fired.</summary>
    public int Fired => Volatile.Read(ref _fired);

    public override long GetTimestamp() => Volatile.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => _start + Elapsed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        Interlocked.Increment(ref _created);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Advances the clock and fires all timers that become due, including those that are armed by the callbacks.</summary>
    /// <param name="time">The time to advance by, not negative.</param>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        var target = GetTimestamp() + time.Ticks;
        while (TakeDue(target) is { } timer)
        {
            timer.Fire();
        }

        lock (_gate)
        {
            _now = Math.Max(_now, target);
        }
    }

    /// <summary>
    /// Waits until timers have been armed the given number of times since the clock was created, and so until other threads wait for
    /// the clock.
    /// </summary>
    /// <param name="times">The number of times.</param>
    public Task WhenArmedAsync(int times)
    {
        lock (_gate)
        {
            if (_armings >= times)
            {
                return Task.CompletedTask;
            }

            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((times, waiter));
            return waiter.Task;
        }
    }

    private ManualTimer? TakeDue(long target)
    {
        lock (_gate)
        {
            while (_pending.TryPeek(out var next, out var when) && when.Due <= target)
            {
                _pending.Dequeue();
                if (!next.Timer.IsArmedBy(next.Arming))
                {
                    continue;
                }

                _now = Math.Max(_now, when.Due);
                _fired++;
                next.Timer.Rearm();
                return next.Timer;
            }

            return null;
        }
    }

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

#pragma warning disable CA2213 // The execution context belongs to the code that created the timer.
        private readonly ExecutionContext? _context = ExecutionContext.Capture();
#pragma warning restore CA2213
        private TimeSpan _period = Timeout.InfiniteTimeSpan;
        private int _arming;
        private bool _isArmed;
        private bool _isDisposed;

        public bool IsArmedBy(int arming) => _isArmed && _arming == arming;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            ThrowIfOutOfRange(dueTime, nameof(dueTime));
            ThrowIfOutOfRange(period, nameof(period));
            lock (clock._gate)
            {
                if (_isDisposed)
                {
                    return false;
                }

                Disarm();
                _period = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Arm(dueTime);
                }

                return true;
            }
        }

        /// <summary>Arms a periodic timer again when it fires. The caller must hold the clock's lock.</summary>
        public void Rearm()
        {
            Disarm();
            if (_period > TimeSpan.Zero)
            {
                Arm(_period);
            }
        }

        public void Fire()
        {
            if (_context is null)
            {
                callback(state);
            }
            else
            {
                ExecutionContext.Run(_context, new ContextCallback(callback), state);
            }
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                if (!_isDisposed)
                {
                    _isDisposed = true;
                    Disarm();
                    clock._disposed++;
                }
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private static void ThrowIfOutOfRange(TimeSpan time, string name)
        {
            if (time != Timeout.InfiniteTimeSpan && (time < TimeSpan.Zero || time > Longest))
            {
                throw new ArgumentOutOfRangeException(name, time, "No timer of the system takes this time.");
            }
        }

        private void Arm(TimeSpan dueTime)
        {
            _isArmed = true;
            _arming++;
            clock._armed++;
            clock._armings++;
            clock._pending.Enqueue((this, _arming), (clock._now + dueTime.Ticks, clock._order++));
            for (var i = clock._waiters.Count - 1; i >= 0; i--)
            {
                if (clock._armings >= clock._waiters[i].Times)
                {
                    clock._waiters[i].Waiter.SetResult();
                    clock._waiters.RemoveAt(i);
                }
            }
        }

        private void Disarm()
        {
            if (_isArmed)
            {
                _isArmed = false;
                clock._armed--;
            }
        }
    }
}
