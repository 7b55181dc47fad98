using System.ComponentModel;
using System.Diagnostics;
using Sluice.CompilerServices;

namespace Sluice;

/// <summary>The circuit of a stage with a <see cref="CircuitBreakerAttribute"/>: its state can be read, and it can be opened and closed.</summary>
/// <remarks>
/// Every transition begins a new generation, and a call counts only in the one that it was let through in: what a call that began
/// before the circuit opened comes to afterwards counts neither way. Thread-safe.
/// </remarks>
public sealed class CircuitBreaker
{
    private const int StateSize = 2;
    private const long StateBits = (1 << StateSize) - 1;

    private readonly object _gate = new();
    private readonly string _stage;
    private readonly int _failuresToOpen;
    private readonly TimeSpan _breakDuration;
    private readonly CircuitWindow? _window;

    // The generation, and below it in two bits the state.
    private long _word;
    private int _failuresInRow;
    private bool _isIsolated;
    private bool _isDeciding;
    private long _openedAt;
    private TimeProvider _openedBy = TimeProvider.System;
    private Exception? _lastFailure;

    /// <summary>Makes a circuit that failures in a row open. Emitted code calls it.</summary>
    /// <param name="stage">The name of the stage.</param>
    /// <param name="failures">How many failures: 1 or more.</param>
    /// <param name="breakDuration">How long it stays open: more than nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public CircuitBreaker(string stage, int failures, TimeSpan breakDuration)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentOutOfRangeException.ThrowIfLessThan(failures, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(breakDuration, TimeSpan.Zero);
        _stage = stage;
        _failuresToOpen = failures;
        _breakDuration = breakDuration;
    }

    /// <summary>Makes a circuit that a part of failed calls opens. Emitted code calls it.</summary>
    /// <param name="stage">The name of the stage.</param>
    /// <param name="failureRatio">Which part: more than 0, at most 1.</param>
    /// <param name="breakDuration">How long it stays open: more than nothing.</param>
    /// <param name="window">The time over which calls are counted: more than nothing.</param>
    /// <param name="minimumCalls">How many calls there must be within it: 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public CircuitBreaker(string stage, double failureRatio, TimeSpan breakDuration, TimeSpan window, int minimumCalls)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(breakDuration, TimeSpan.Zero);
        _stage = stage;
        _breakDuration = breakDuration;
        _window = new CircuitWindow(failureRatio, window, minimumCalls);
    }

    /// <summary>What the circuit lets through now.</summary>
    public CircuitState State
    {
        get
        {
            lock (_gate)
            {
                // It is not before the next call that the circuit goes on, but that call is let through.
                var state = StateOf(_word);
                return _isIsolated ? CircuitState.Isolated
                    : state == CircuitState.Open && BreakLeft() == TimeSpan.Zero ? CircuitState.HalfOpen
                    : state;
            }
        }
    }

    /// <summary>
    /// How long it is until a call is let through: nothing where the circuit is not open, and
    /// <see cref="Timeout.InfiniteTimeSpan"/> after <see cref="Isolate"/>.
    /// </summary>
    public TimeSpan RetryAfter
    {
        get
        {
            lock (_gate)
            {
                return StateOf(_word) == CircuitState.Open ? BreakLeft() : TimeSpan.Zero;
            }
        }
    }

    /// <summary>
    /// What the last call failed with that counted as a failure, or <see langword="null"/> where none has since the circuit was made
    /// or <see cref="Reset"/>.
    /// </summary>
    public Exception? LastFailure => Volatile.Read(ref _lastFailure);

    /// <summary>Opens the circuit until <see cref="Reset"/> closes it. What calls under way come to does not count.</summary>
    public void Isolate()
    {
        lock (_gate)
        {
            _isIsolated = true;
            Begin(CircuitState.Open);
        }
    }

    /// <summary>Closes the circuit and forgets what was counted. What calls under way come to does not count.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _isIsolated = false;
            _lastFailure = null;
            Begin(CircuitState.Closed);
        }
    }

    /// <summary>Lets a call through. Emitted code calls it.</summary>
    /// <param name="time">The clock of the run.</param>
    /// <returns>What must be told, once, how the call has ended.</returns>
    /// <exception cref="CircuitOpenException">The circuit is open, or a call is under way that decides whether it closes.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public CircuitPass Enter(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var word = Volatile.Read(ref _word);
        return new CircuitPass(this, time, StateOf(word) == CircuitState.Closed ? word : EnterToDecide());
    }

    internal void Succeeded(long word, TimeProvider time)
    {
        if (_window is null && StateOf(word) == CircuitState.Closed && Volatile.Read(ref _failuresInRow) == 0)
        {
            return;
        }

        lock (_gate)
        {
            if (_word != word)
            {
                return;
            }

            if (StateOf(word) == CircuitState.HalfOpen)
            {
                Begin(CircuitState.Closed);
            }
            else if (_window is null)
            {
                _failuresInRow = 0;
            }
            else
            {
                _window.AddSuccess(time);
            }
        }
    }

    internal void Failed(long word, TimeProvider time, Exception exception)
    {
        lock (_gate)
        {
            if (_word != word)
            {
                return;
            }

            _lastFailure = exception;
            if (StateOf(word) == CircuitState.HalfOpen || AreTooMany(time))
            {
                _openedBy = time;
                _openedAt = time.GetTimestamp();
                Begin(CircuitState.Open);
            }
        }
    }

    internal void Abandoned(long word)
    {
        if (StateOf(word) == CircuitState.Closed)
        {
            return;
        }

        lock (_gate)
        {
            if (_word == word)
            {
                Begin(CircuitState.HalfOpen);
            }
        }
    }

    private static CircuitState StateOf(long word) => (CircuitState)(word & StateBits);

    private long EnterToDecide()
    {
        TimeSpan retryAfter;
        Exception? lastFailure;
        lock (_gate)
        {
            var state = StateOf(_word);
            retryAfter = state == CircuitState.Open ? BreakLeft() : TimeSpan.Zero;
            if (state == CircuitState.Closed)
            {
                return _word;
            }

            if (retryAfter == TimeSpan.Zero && !_isDeciding)
            {
                Begin(CircuitState.HalfOpen);
                _isDeciding = true;
                return _word;
            }

            lastFailure = _lastFailure;
        }

        throw new CircuitOpenException(
            $"Stage '{_stage}' was not called: its circuit is open{Until(retryAfter)}.",
            lastFailure
        )
        {
            Stage = _stage,
            RetryAfter = retryAfter > TimeSpan.Zero ? retryAfter : null,
        };
    }

    private static string Until(TimeSpan retryAfter) =>
        retryAfter == Timeout.InfiniteTimeSpan ? " until it is reset"
        : retryAfter == TimeSpan.Zero ? ", and a call is under way that decides whether it closes"
        : $" for another {retryAfter:c}";

    // The break is measured by the clock that it began by: another run may have another one.
    private TimeSpan BreakLeft()
    {
        AssertIsLocked();
        if (_isIsolated)
        {
            return Timeout.InfiniteTimeSpan;
        }

        var elapsed = _openedBy.GetElapsedTime(_openedAt);
        return elapsed < _breakDuration ? _breakDuration - elapsed : TimeSpan.Zero;
    }

    private bool AreTooMany(TimeProvider time)
    {
        AssertIsLocked();
        return _window is null ? ++_failuresInRow >= _failuresToOpen : _window.AddFailure(time);
    }

    private void Begin(CircuitState state)
    {
        AssertIsLocked();
        _isDeciding = false;
        _failuresInRow = 0;
        _window?.Clear();
        Volatile.Write(ref _word, (((_word >> StateSize) + 1) << StateSize) | (long)state);
    }

    [Conditional("DEBUG")]
    private void AssertIsLocked() => Debug.Assert(Monitor.IsEntered(_gate), "The circuit changes without its lock.");
}
