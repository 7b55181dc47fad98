namespace Sluice.CompilerServices;

/// <summary>
/// Counts calls over a sliding window that is divided into slices, and reports when the ratio of failures is reached.
/// Counted calls are never older than the window, and are removed at most one slice early. Used under the lock of its
/// circuit.
/// </summary>
internal sealed class CircuitWindow
{
    private const int Slices = 32;

    private readonly double _failureRatio;
    private readonly TimeSpan _length;
    private readonly int _minimumCalls;
    private readonly long[] _calls = new long[Slices];
    private readonly long[] _failures = new long[Slices];
    private TimeProvider? _time;
    private long _sliceLength;
    private long _sliceStart;
    private int _slice;
    private long _allCalls;
    private long _allFailures;

    public CircuitWindow(double failureRatio, TimeSpan length, int minimumCalls)
    {
        if (failureRatio is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(failureRatio),
                failureRatio,
                "The ratio must be greater than 0 and at most 1."
            );
        }

        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumCalls, 1);
        _failureRatio = failureRatio;
        _length = length;
        _minimumCalls = minimumCalls;
    }

    public void AddSuccess(TimeProvider time)
    {
        MoveTo(time);
        _calls[_slice]++;
        _allCalls++;
    }

    /// <summary>Counts a failure.</summary>
    /// <returns>Whether the ratio of failed calls is reached.</returns>
    public bool AddFailure(TimeProvider time)
    {
        AddSuccess(time);
        _failures[_slice]++;
        _allFailures++;
        return _allCalls >= _minimumCalls && _allFailures >= _failureRatio * _allCalls;
    }

    public void Clear()
    {
        Array.Clear(_calls);
        Array.Clear(_failures);
        _allCalls = 0;
        _allFailures = 0;
    }

    private void MoveTo(TimeProvider time)
    {
        var now = PolicyClock.Now(time);
        if (!ReferenceEquals(time, _time))
        {
            // A run may have another clock than the previous one, and their times cannot be compared. The slice starts
            // again.
            _time = time;
            _sliceLength = Math.Max(1, PolicyClock.UnitsOf(_length, time) / Slices);
            _sliceStart = now;
            return;
        }

        var passed = now - _sliceStart;
        if (passed < _sliceLength)
        {
            return;
        }

        var slices = passed / _sliceLength;
        _sliceStart += slices * _sliceLength;
        if (slices >= Slices)
        {
            Clear();
            return;
        }

        for (; slices > 0; slices--)
        {
            _slice = (_slice + 1) % Slices;
            _allCalls -= _calls[_slice];
            _allFailures -= _failures[_slice];
            _calls[_slice] = 0;
            _failures[_slice] = 0;
        }
    }
}
