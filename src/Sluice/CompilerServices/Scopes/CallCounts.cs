using System.Diagnostics;

namespace Sluice.CompilerServices;

/// <summary>
/// The number of calls of each stage in one run: a policy may call a stage again, and so may a guard. Thread-safe while the run lasts.
/// </summary>
/// <remarks>A mutable struct: it must be a field, and must not be copied.</remarks>
internal struct CallCounts
{
    // The calls of each stage after its first. The array may be longer than the run has stages.
    private int[] _further = [];
    private GuardRounds? _rounds;
    private bool _hasFurther;
    private bool _hasRounds;

    /// <summary>Makes the counts of no run.</summary>
    public CallCounts() { }

    /// <summary>The number of calls of a stage that was called at least once.</summary>
    /// <param name="stage">The stage's index.</param>
    public readonly int Of(int stage) => 1 + Volatile.Read(ref _further[stage]);

    /// <summary>The number of calls of a stage that a guard may have run again. It may be 0.</summary>
    /// <param name="stage">The stage's index.</param>
    public readonly int Made(int stage) => _hasRounds && _rounds!.WasCalled(stage) ? Of(stage) : 0;

    /// <summary>The failure for which a guard has asked for a further round, if the round has not come to the guard.</summary>
    /// <param name="guard">The guard's index.</param>
    /// <returns>The failure, or <see langword="null"/>.</returns>
    public readonly Exception? RefusalOf(int guard) => _hasRounds ? _rounds!.RefusalOf(guard) : null;

    /// <summary>The failure of the guard that had a stage run again, or <see langword="null"/>.</summary>
    /// <param name="stage">The stage's index.</param>
    public readonly Exception? PreviousErrorOf(int stage) => _hasRounds ? _rounds!.PreviousErrorOf(stage) : null;

    /// <summary>Begins a run.</summary>
    /// <param name="stages">The number of its stages.</param>
    public void Begin(int stages)
    {
        Debug.Assert(!_hasFurther && !_hasRounds, "Calls of another run are counted.");
        if (_further.Length < stages)
        {
            _further = new int[stages];
        }
    }

    /// <summary>Counts a further call of a stage.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <returns>The number of the call, from 1.</returns>
    public int AddFurther(int stage)
    {
        var number = 1 + Interlocked.Increment(ref _further[stage]);
        _hasFurther = true;
        return number;
    }

    /// <summary>Counts a call of a stage that a guard may have run again.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <param name="gate">The lock under which the rounds are made.</param>
    public void Add(int stage, object gate)
    {
        if (Rounds(gate).Call(stage))
        {
            AddFurther(stage);
        }
    }

    /// <summary>Notes that a guard has not passed, so that its stages run again.</summary>
    /// <param name="guard">The guard.</param>
    /// <param name="exception">The failure.</param>
    /// <param name="gate">The lock under which the rounds are made.</param>
    public void Refuse(GuardSettings guard, Exception exception, object gate) => Rounds(gate).Refuse(guard, exception);

    /// <summary>Clears the counts for the next run.</summary>
    public void Clear()
    {
        if (_hasFurther)
        {
            Array.Clear(_further);
            _hasFurther = false;
        }

        if (_hasRounds)
        {
            _rounds!.Clear();
            _hasRounds = false;
        }
    }

    // Stages may start at once, and the run has one object for its rounds.
    private GuardRounds Rounds(object gate)
    {
        if (Volatile.Read(ref _hasRounds))
        {
            return _rounds!;
        }

        lock (gate)
        {
            if (_rounds is null || _rounds.Count < _further.Length)
            {
                _rounds = new GuardRounds(_further.Length);
            }

            Volatile.Write(ref _hasRounds, true);
            return _rounds;
        }
    }
}
