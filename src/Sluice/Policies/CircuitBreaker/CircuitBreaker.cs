using System.ComponentModel;
using System.Diagnostics;
using Sluice.CompilerServices;

namespace Sluice;

/// <summary>
/// The circuit of a stage with a <see cref="CircuitBreakerAttribute"/>. Its state can be read, and it can be opened and
/// closed. Thread-safe.
/// </summary>
/// <remarks>
/// Every transition begins a new generation, and the result of a call counts only in the generation in which the call
/// was allowed. For example, the result of a call that began before the circuit opened is ignored.
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

    // The generation, followed by the state in the two lowest bits.
    private long _word;
    private int _failuresInRow;
    private bool _isIsolated;
    private bool _isDeciding;
    private long _openedAt;
    private TimeProvider _openedBy = TimeProvider.System;
    private Exception? _lastFailure;

    /// <summary>
    /// Initializes a circuit that opens after a number of consecutive failures. This constructor is for emitted code.
    /// </summary>
    /// <param name="stage">The name of the stage.</param>
    /// <param name="failures">The number of consecutive failures that open the circuit. Must be at least 1.</param>
    /// <param name="breakDuration">The time for which the circuit stays open. Must be positive.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stage"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number or duration is out of its range.</exception>
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

    /// <summary>
    /// Initializes a circuit that opens at a ratio of failed calls. This constructor is for emitted code.
    /// </summary>
    /// <param name="stage">The name of the stage.</param>
    /// <param name="failureRatio">
    /// The ratio of failed calls that opens the circuit. Must be greater than 0 and at most 1.
    /// </param>
    /// <param name="breakDuration">The time for which the circuit stays open. Must be positive.</param>
    /// <param name="window">The period over which calls are counted. Must be positive.</param>
    /// <param name="minimumCalls">
    /// The minimum number of calls in the period before the ratio applies. Must be at least 1.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="stage"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number or duration is out of its range.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public CircuitBreaker(string stage, double failureRatio, TimeSpan breakDuration, TimeSpan window, int minimumCalls)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(breakDuration, TimeSpan.Zero);
        _stage = stage;
        _breakDuration = breakDuration;
        _window = new CircuitWindow(failureRatio, window, minimumCalls);
    }

    /// <summary>The current state of the circuit.</summary>
    public CircuitState State
    {
        get
        {
            lock (_gate)
            {
                // The transition happens only at the next call, but that call will be allowed.
                var state = StateOf(_word);
                return _isIsolated ? CircuitState.Isolated
                    : state == CircuitState.Open && BreakLeft() == TimeSpan.Zero ? CircuitState.HalfOpen
                    : state;
            }
        }
    }

    /// <summary>
    /// The time until a call is allowed: zero if the circuit is not open, and <see cref="Timeout.InfiniteTimeSpan"/>
    /// after <see cref="Isolate"/>.
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
    /// The most recent counted failure since the circuit was created or reset, or <see langword="null"/> if there is
    /// none.
    /// </summary>
    public Exception? LastFailure => Volatile.Read(ref _lastFailure);

    /// <summary>
    /// Opens the circuit until <see cref="Reset"/> closes it. The results of calls under way are ignored.
    /// </summary>
    public void Isolate()
    {
        lock (_gate)
        {
            _isIsolated = true;
            Begin(CircuitState.Open);
        }
    }

    /// <summary>Closes the circuit and clears its counts. The results of calls under way are ignored.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _isIsolated = false;
            _lastFailure = null;
            Begin(CircuitState.Closed);
        }
    }

    /// <summary>Requests permission for a call. This method is for emitted code.</summary>
    /// <param name="time">The clock of the run.</param>
    /// <returns>A pass that must be told exactly once how the call ended.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="time"/> is <see langword="null"/>.</exception>
    /// <exception cref="CircuitOpenException">
    /// The circuit is open, or a call is under way that decides whether it closes.
    /// </exception>
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
        : retryAfter == TimeSpan.Zero ? ", and a trial call is under way"
        : $" for another {retryAfter:c}";

    // The break is measured by the clock that started it, because another run may have another clock.
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
