using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Sluice.CompilerServices;

/// <summary>
/// The two attempts of a hedged call: the second starts if the first has not ended after a time. The first value wins; the other attempt
/// is cancelled and awaited. Pooled.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>
/// Three events happen at any time and on any thread: the first attempt ends, the second ends, and the time is up. Each is noted once,
/// under the lock. The call waits for the first of some of them, and each wait is a lease of the source. Nothing is allocated unless a
/// second attempt starts.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1001 // A pooled object lives on; one that is dropped has disposed of its timer.
public sealed class HedgedAttempts<T> : LeasedSource<bool>
#pragma warning restore CA1001
{
    private const int FirstEnded = 1;
    private const int SecondEnded = 2;
    private const int TimeIsUp = 4;

    private static readonly RunPool<HedgedAttempts<T>> Pool = new();

    /// <summary>The shortest time to wait again. Timers of the system take whole milliseconds, and would tick at once.</summary>
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(1);

    private readonly object _gate = new();
    private readonly Action _onFirstEnded;
    private readonly CancellationTokenSource _firstSource = new();
    private CancellationTokenSource? _secondSource;
    private ConfiguredValueTaskAwaitable<T>.ConfiguredValueTaskAwaiter _first;
    private ConfiguredValueTaskAwaitable<T>.ConfiguredValueTaskAwaiter _second;
    private CancellationToken _outer;
    private CancellationTokenRegistration _registration;
    private TimeProvider _time = TimeProvider.System;
    private ITimer _timer;
    private TimeSpan _after;
    private long _due;
    private int _happened;
    private int _awaited;
    private bool _isSpent;

    private HedgedAttempts()
    {
        _onFirstEnded = () => Note(FirstEnded);
        _timer = CreateTimer();
    }

    /// <summary>The token of the first attempt.</summary>
    public CancellationToken FirstToken => _firstSource.Token;

    /// <summary>The token of the second attempt, which is about to start.</summary>
    public CancellationToken SecondToken => (_secondSource ??= CreateSecondSource()).Token;

    /// <summary>Starts a hedged call.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="after">The time before the second attempt may start.</param>
    /// <param name="outer">The token that cancels both attempts.</param>
    /// <returns>The call. It must be ended.</returns>
#pragma warning disable CA1000 // Emitted code knows the type of the value.
    public static HedgedAttempts<T> Start(TimeProvider time, TimeSpan after, CancellationToken outer)
#pragma warning restore CA1000
    {
        ArgumentNullException.ThrowIfNull(time);
        var attempts = Pool.Rent() ?? new HedgedAttempts<T>();
        attempts.Begin(time, after, outer);
        return attempts;
    }

    /// <summary>Waits until the first attempt has ended or a second one may start.</summary>
    /// <param name="attempt">The attempt, which has started with <see cref="FirstToken"/>.</param>
    /// <returns>Whether a second attempt should start. It must be awaited once.</returns>
    public ValueTask<bool> FirstAsync(ValueTask<T> attempt)
    {
        _first = attempt.ConfigureAwait(false).GetAwaiter();
        if (_first.IsCompleted)
        {
            _happened = FirstEnded;
            return default;
        }

        return WaitForFirstAsync();
    }

    /// <summary>Takes the second attempt.</summary>
    /// <param name="attempt">The attempt, which has started with <see cref="SecondToken"/>.</param>
    public void Second(ValueTask<T> attempt)
    {
        _second = attempt.ConfigureAwait(false).GetAwaiter();
        if (_second.IsCompleted)
        {
            Note(SecondEnded);
        }
        else
        {
            _second.UnsafeOnCompleted(() => Note(SecondEnded));
        }
    }

    /// <summary>Waits until all attempts that have started have ended.</summary>
    /// <returns>The value of the attempt that returned first. It fails if all attempts failed. It must be awaited once.</returns>
    public ValueTask<T> CompleteAsync() => _secondSource is null ? FirstResultAsync() : ResultOfBothAsync();

    /// <summary>Ends the call. It must not be touched afterwards.</summary>
    /// <param name="outputMayKeepToken">Whether the value could still use the token of its attempt.</param>
    public void End(bool outputMayKeepToken = false)
    {
        // If a callback of the outer token runs or has run, no other call may have the source.
        var isLeft = !_outer.CanBeCanceled || _registration.Unregister();
        if (!isLeft || _isSpent || _secondSource is not null || outputMayKeepToken || !_firstSource.TryReset())
        {
            _timer.Dispose();
            return;
        }

        _registration = default;
        _outer = default;
        _first = default;
        _happened = 0;
        Debug.Assert(_awaited == 0, "The call still waits.");
        Pool.Return(this);
    }

    // A call waits more than once: it returns to the pool when it ends, not when a wait does.
    private protected override void Recycle(bool isSpent) => _isSpent |= isSpent;

    private void Begin(TimeProvider time, TimeSpan after, CancellationToken outer)
    {
        if (!ReferenceEquals(time, _time))
        {
            // First, since a clock that the user has written may throw.
            _timer.Dispose();
            _time = time;
            _timer = CreateTimer();
        }

        _after = after;
        _outer = outer;
        if (outer.CanBeCanceled)
        {
            _registration = outer.UnsafeRegister(static attempts => ((HedgedAttempts<T>)attempts!).CancelAll(), this);
        }
    }

    [AsyncMethodBuilder(typeof(StageMethodBuilder<>))]
    private async ValueTask<bool> WaitForFirstAsync()
    {
        _due = PolicyClock.Later(PolicyClock.Now(_time), PolicyClock.UnitsOf(_after, _time));
        var either = HappenedAsync(FirstEnded | TimeIsUp);
        try
        {
            _timer.Change(_after, Timeout.InfiniteTimeSpan);
            _first.UnsafeOnCompleted(_onFirstEnded);
        }
        catch
        {
            // The attempt cannot be awaited. The wait that has begun is never taken, so no other call may have this object.
            _isSpent = true;
            throw;
        }

        await either.ConfigureAwait(false);
        if (IsNoted(TimeIsUp) && !IsNoted(FirstEnded) && !_outer.IsCancellationRequested)
        {
            return true;
        }

        await HappenedAsync(FirstEnded).ConfigureAwait(false);
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        return false;
    }

    [AsyncMethodBuilder(typeof(StageMethodBuilder<>))]
#pragma warning disable CS1998 // It waits for nothing: an exception becomes that of the task.
    private async ValueTask<T> FirstResultAsync() => _first.GetResult();
#pragma warning restore CS1998

    private async ValueTask<T> ResultOfBothAsync()
    {
        await HappenedAsync(FirstEnded | SecondEnded).ConfigureAwait(false);
        var leader = IsNoted(FirstEnded) ? FirstEnded : SecondEnded;
        var other = FirstEnded + SecondEnded - leader;
        ExceptionDispatchInfo failure;
        try
        {
            var value = ResultOf(leader);
            await AbandonAsync(other).ConfigureAwait(false);
            return value;
        }
        catch (RunCancelledException)
        {
            await AbandonAsync(other).ConfigureAwait(false);
            throw;
        }
#pragma warning disable CA1031 // It is thrown if the other attempt fails too.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure = ExceptionDispatchInfo.Capture(exception);
        }

        await HappenedAsync(other).ConfigureAwait(false);
        try
        {
            return ResultOf(other);
        }
        catch (Exception exception) when (exception is not RunCancelledException)
        {
            // If the run is cancelled, both attempts fail for the same cause.
            if (!_outer.IsCancellationRequested)
            {
                RunScope.Attach(failure.SourceException, exception);
            }

            failure.Throw();
            throw;
        }
    }

    private T ResultOf(int attempt) => attempt == FirstEnded ? _first.GetResult() : _second.GetResult();

    // Cancels and awaits the attempt that has lost.
    private async ValueTask AbandonAsync(int attempt)
    {
        Cancel(attempt == FirstEnded ? _firstSource : _secondSource);
        await HappenedAsync(attempt).ConfigureAwait(false);
        try
        {
            _ = ResultOf(attempt);
        }
#pragma warning disable CA1031 // The other attempt has decided the call.
        catch (Exception)
#pragma warning restore CA1031
        {
            // It has lost.
        }
    }

    private CancellationTokenSource CreateSecondSource()
    {
        var source = new CancellationTokenSource();
        Volatile.Write(ref _secondSource, source);

        // The outer token may have been cancelled before its callback could see the source.
        if (_outer.IsCancellationRequested)
        {
            Cancel(source);
        }

        return source;
    }

    private void CancelAll()
    {
        Cancel(_firstSource);
        Cancel(Volatile.Read(ref _secondSource));
    }

    private static void Cancel(CancellationTokenSource? source)
    {
        try
        {
            source?.Cancel();
        }
        catch (AggregateException exception)
        {
            SluiceEventSource.Log.CallbackFailed(exception);
        }
    }

    private ITimer CreateTimer()
    {
        // The timer outlives this call and must not keep the execution context of its caller.
        using var noFlow = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        return _time.CreateTimer(
            static attempts => ((HedgedAttempts<T>)attempts!).Tick(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    private void Tick()
    {
        lock (_gate)
        {
            // A tick may come late, from a call that has ended, and a timer of the system ticks a little early.
            if ((_awaited & TimeIsUp) == 0)
            {
                return;
            }

            var left = PolicyClock.SpanOf(Math.Max(0, _due - PolicyClock.Now(_time)), _time);
            if (left > TimeSpan.Zero)
            {
                _timer.Change(left < ShortestRest ? ShortestRest : left, Timeout.InfiniteTimeSpan);
                return;
            }

            _happened |= TimeIsUp;
            _awaited = 0;
        }

        SetResult(true);
    }

    private ValueTask HappenedAsync(int any)
    {
        lock (_gate)
        {
            if ((_happened & any) != 0)
            {
                return ValueTask.CompletedTask;
            }

            Debug.Assert(_awaited == 0, "The call waits already.");
            _awaited = any;
            Lease();
            return new ValueTask(this, Version);
        }
    }

    private bool IsNoted(int what)
    {
        lock (_gate)
        {
            return (_happened & what) != 0;
        }
    }

    private void Note(int what)
    {
        lock (_gate)
        {
            _happened |= what;
            if ((_awaited & what) == 0)
            {
                return;
            }

            _awaited = 0;
        }

        SetResult(true);
    }
}
