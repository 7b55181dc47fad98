using System.ComponentModel;
using System.Diagnostics;

namespace Sluice.CompilerServices;

/// <summary>
/// A time limit on a stage, an attempt of it, or a run: a token that is cancelled when the time is up or an outer token is cancelled.
/// Pooled.
/// </summary>
/// <remarks>
/// The timer is not stopped when a use ends, since that would cost more than the rest of a use. At each tick it checks whether the time
/// of the present use is up. If it is not, the timer is armed for the remaining time; if the limit is not in use, it stays unarmed.
/// <para>
/// One word has the number of the use and its phase. The end of a use and the tick that finds its time to be up compete for the word: a
/// tick that comes too late finds another word and cancels nothing. A limit that a tick has cancelled is not used again.
/// </para>
/// <para>
/// After a tick has armed the timer or left it unarmed, it reads the word once more. A use that begins writes the word, and then reads
/// the time for which the timer is armed. So either the use sees the effect of the tick and arms the timer itself, or the tick sees that
/// the use has begun.
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1001 // A limit that the pool drops is collected: nothing refers to it after its timer has ticked.
public sealed class StageTimeout
#pragma warning restore CA1001
{
    private const long Idle = 0;
    private const long Running = 1;
    private const long Elapsed = 2;
    private const long PhaseBits = 3;
    private const long NextUse = 4;

    private const long NotArmed = long.MaxValue;

    /// <summary>The number of limits that a thread keeps for itself: those of a run, a stage and an attempt are nested.</summary>
    private const int MostOnThread = 4;

    /// <summary>The shortest time to arm the timer for again. Timers of the system take whole milliseconds, and would tick at once.</summary>
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(1);

    private static readonly RunPool<StageTimeout> Pool = new();
    private static readonly bool KeepsOnThread = Pool.KeepsOneOnThread;

    [ThreadStatic]
    private static StageTimeout? _idleOnThread;

    private readonly CancellationTokenSource _source = new();
    private long _word;
    private long _due;
    private long _armedFor = NotArmed;
    private TimeProvider _time = TimeProvider.System;
    private ITimer? _timer;
    private CancellationToken _outer;
    private CancellationTokenRegistration _registration;
    private StageTimeout? _within;
    private RunDeadline? _inherited;
    private StageTimeout? _idleBelow;
    private int _idleDepth;

    private StageTimeout() { }

    /// <summary>The token. It is valid until the limit ends.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>The time at which this limit or the one around it is up, whichever is earlier. As exact as the timers of the clock.</summary>
    internal DateTimeOffset? Deadline
    {
        get
        {
            var left = PolicyClock.SpanOf(_due - PolicyClock.Now(_time), _time);
            var now = _time.GetUtcNow();
            var deadline = left < DateTimeOffset.MaxValue - now ? now + left : DateTimeOffset.MaxValue;
            return _within?.Deadline is { } outer && outer < deadline ? outer : deadline;
        }
    }

    /// <summary>Whether the time was up while the outer token was not cancelled.</summary>
    public bool HasElapsed => (Volatile.Read(ref _word) & PhaseBits) == Elapsed && !_outer.IsCancellationRequested;

    /// <summary>The number of the present use. It stays the same while the use lasts.</summary>
    internal long Use => Volatile.Read(ref _word);

    /// <summary>Starts a limit.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="limit">The time. If it is zero or negative, it is up at once.</param>
    /// <param name="outer">The outer token.</param>
    /// <param name="within">The limit around this one, or <see langword="null"/>.</param>
    /// <returns>The limit. It must be ended.</returns>
    public static StageTimeout Start(
        TimeProvider time,
        TimeSpan limit,
        CancellationToken outer,
        StageTimeout? within = null
    )
    {
        ArgumentNullException.ThrowIfNull(time);
        var timeout = Rent();
        timeout.Begin(time, limit, within, outer);
        return timeout;
    }

    /// <summary>Starts a limit that ends at a point in time.</summary>
    /// <param name="deadline">The point in time.</param>
    /// <param name="time">The clock.</param>
    /// <param name="inherited">The deadline of the parent run, if this is the same; otherwise <see langword="null"/>.</param>
    /// <param name="outer">The outer token.</param>
    /// <returns>The limit. It must be ended.</returns>
    internal static StageTimeout Until(
        DateTimeOffset deadline,
        TimeProvider time,
        RunDeadline? inherited,
        CancellationToken outer
    )
    {
        var timeout = Rent();
        timeout._inherited = inherited;
        timeout.Begin(time, deadline - time.GetUtcNow(), within: null, outer);
        return timeout;
    }

    /// <summary>Ends the time of a use, if the use still lasts.</summary>
    internal void Elapse(long use)
    {
        if ((use & PhaseBits) == Running && Interlocked.CompareExchange(ref _word, use - Running + Elapsed, use) == use)
        {
            Cancel();
        }
    }

    /// <summary>Makes the exception of a stage whose time was up.</summary>
    /// <param name="stage">The name of the stage.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="isTotal">Whether the limit is that of all attempts together.</param>
    /// <param name="exception">The exception that the stage ended with.</param>
    /// <returns>The exception.</returns>
    public static TimeoutException Exception(string stage, TimeSpan limit, bool isTotal, Exception exception) =>
        new(
            $"Stage '{stage}' did not complete within {limit:c}{(isTotal ? " (all attempts together)" : "")}.",
            exception
        );

    /// <summary>Ends the limit. It must not be touched afterwards.</summary>
    public void End() => End(outputMayKeepToken: false);

    /// <summary>Ends the limit. It must not be touched afterwards.</summary>
    /// <param name="outputMayKeepToken">Whether the output of the stage or run could still use the token.</param>
    public void End(bool outputMayKeepToken)
    {
        var running = Volatile.Read(ref _word);
        if (
            (running & PhaseBits) == Running
            && Interlocked.CompareExchange(ref _word, running - Running + Idle, running) == running
            && TryLeaveOuter()
            && !outputMayKeepToken
            && _source.TryReset()
        )
        {
            if (_within is not null)
            {
                _within = null;
            }

            if (_inherited is not null)
            {
                _inherited = null;
            }

            Return();
        }
        else if ((running & PhaseBits) != Idle)
        {
            // The token was cancelled, or a callback that has begun may still cancel it, or the output could see it cancelled later.
            _registration.Unregister();
            _timer?.Dispose();
        }
    }

    private static StageTimeout Rent()
    {
        var idle = KeepsOnThread ? _idleOnThread : null;
        if (idle is null)
        {
            return Pool.Rent() ?? new StageTimeout();
        }

        _idleOnThread = idle._idleBelow;
        idle._idleBelow = null;
        return idle;
    }

    private void Return()
    {
        var below = KeepsOnThread ? _idleOnThread : null;
        var depth = below is null ? 1 : below._idleDepth + 1;
        if (KeepsOnThread && depth <= MostOnThread)
        {
            _idleBelow = below;
            _idleDepth = depth;
            _idleOnThread = this;
        }
        else
        {
            Pool.Return(this);
        }
    }

    private void Begin(TimeProvider time, TimeSpan limit, StageTimeout? within, CancellationToken outer)
    {
        Debug.Assert((Volatile.Read(ref _word) & PhaseBits) == Idle, "The limit is in use.");
        Debug.Assert(!_source.IsCancellationRequested, "A cancelled limit must not be used again.");
        if (!ReferenceEquals(time, _time))
        {
            _timer?.Dispose();
            _timer = null;
            _time = time;
        }

        var now = PolicyClock.Now(time);

        // Fields that this use does not need were reset at the end of the last: a write to the heap costs more than a check.
        if (within is not null)
        {
            _within = within;
        }

        if (outer.CanBeCanceled)
        {
            _outer = outer;
        }

        if (limit <= TimeSpan.Zero)
        {
            _due = now;
            Volatile.Write(ref _word, (_word & ~PhaseBits) + NextUse + Elapsed);
            _inherited?.Pass();
            _source.Cancel();
            return;
        }

        var due = PolicyClock.Later(now, PolicyClock.UnitsOf(limit, time));
        _due = due;
        Interlocked.Exchange(ref _word, (_word & ~PhaseBits) + NextUse + Running);
        if (_timer is null)
        {
            CreateTimer(limit, now);
        }
        else if (Volatile.Read(ref _armedFor) > due)
        {
            Arm(limit, now);
        }

        if (outer.CanBeCanceled)
        {
            // The callback gets the source, which is not used again if the callback may come late.
            _registration = outer.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
        }
    }

    private bool TryLeaveOuter()
    {
        if (!_outer.CanBeCanceled)
        {
            return true;
        }

        var isLeft = _registration.Unregister();
        _registration = default;
        _outer = default;
        return isLeft;
    }

    private void CreateTimer(TimeSpan wait, long now)
    {
        // The timer outlives this use and must not keep the execution context of its caller.
        var isFlowSuppressed = ExecutionContext.IsFlowSuppressed();
        if (!isFlowSuppressed)
        {
            ExecutionContext.SuppressFlow();
        }

        try
        {
            var timer = _time.CreateTimer(
                static timeout => ((StageTimeout)timeout!).Tick(),
                this,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan
            );
            Volatile.Write(ref _timer, timer);
        }
        finally
        {
            if (!isFlowSuppressed)
            {
                ExecutionContext.RestoreFlow();
            }
        }

        Arm(wait, now);
    }

    private void Arm(TimeSpan wait, long now)
    {
        if (wait > TimerLimits.Longest)
        {
            wait = TimerLimits.Longest;
        }

        Interlocked.Exchange(ref _armedFor, PolicyClock.Later(now, PolicyClock.UnitsOf(wait, _time)));
        Volatile.Read(ref _timer)?.Change(wait, Timeout.InfiniteTimeSpan);
        Interlocked.MemoryBarrier();
    }

    private void Tick()
    {
        while (true)
        {
            var word = Volatile.Read(ref _word);
            switch (word & PhaseBits)
            {
                case Elapsed:
                    return;
                case Idle:
                    Interlocked.Exchange(ref _armedFor, NotArmed);
                    break;
                default:
                    // The clock and the time belong to this word, or to a later use: then the word has changed too.
                    var time = _time;
                    var now = PolicyClock.Now(time);
                    var left = Volatile.Read(ref _due) - now;
                    if (left > 0)
                    {
                        var rest = PolicyClock.SpanOf(left, time);
                        Arm(rest > ShortestRest ? rest : ShortestRest, now);
                    }
                    else if (Interlocked.CompareExchange(ref _word, word - Running + Elapsed, word) == word)
                    {
                        _inherited?.Pass();
                        Cancel();
                        return;
                    }

                    break;
            }

            if (Volatile.Read(ref _word) == word)
            {
                return;
            }
        }
    }

    private void Cancel()
    {
        try
        {
            _source.Cancel();
        }
        catch (AggregateException exception)
        {
            // Thrown from here, it would end the process. The stage may have ended, so there is no exception to attach it to.
            SluiceEventSource.Log.CallbackFailed(exception);
        }
    }
}
