namespace Sluice.CompilerServices;

/// <summary>
/// Counts calls over the last so much time, in slices of it, and tells when too large a part of them failed. What is counted is never
/// older than the window, and is forgotten at most a slice early. It is used under the lock of its circuit.
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
                "It is a part: more than 0, at most 1."
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
    /// <returns>Whether too large a part of the calls has failed.</returns>
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
            // A run may have another clock than the one before, and what they tell cannot be compared: the slice begins anew.
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
