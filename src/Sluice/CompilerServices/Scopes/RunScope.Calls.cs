namespace Sluice.CompilerServices;

/// <content>How often stages were called: by policies that try again, and by guards that have them run again.</content>
public partial class RunScope
{
    private int[] _furtherCalls = [];
    private GuardRounds? _rounds;
    private bool _hasFurtherCalls;
    private bool _hasRounds;

    /// <summary>How often a stage was called, where it was.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <returns>The number.</returns>
    public int CallsOf(int stage) => 1 + Volatile.Read(ref _furtherCalls[stage]);

    /// <summary>How often a stage was called that a guard may have run again: not at all, too.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <returns>The number.</returns>
    public int CallsMade(int stage) => _hasRounds && _rounds!.WasCalled(stage) ? CallsOf(stage) : 0;

    /// <summary>What a guard has found whose further round has not come to it before the run ended.</summary>
    /// <param name="guard">The guard's index.</param>
    /// <returns>What it failed with, or <see langword="null"/> where it has not asked for a further round, or was called in it.</returns>
    public Exception? RefusalOf(int guard) => _hasRounds ? _rounds!.RefusalOf(guard) : null;

    /// <summary>Says that a stage is about to be called that a guard may have run again.</summary>
    /// <param name="stage">The stage's index.</param>
    public void Calling(int stage)
    {
        if (Rounds().Call(stage))
        {
            Interlocked.Increment(ref _furtherCalls[stage]);
            _hasFurtherCalls = true;
        }
    }

    /// <summary>Says that a stage is called again after an attempt that failed.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <param name="attempt">The number of the attempt that failed, from 1.</param>
    /// <param name="delay">The wait before the next.</param>
    /// <param name="exception">What it failed with.</param>
    public void Retrying(int stage, int attempt, TimeSpan delay, Exception exception)
    {
        Interlocked.Increment(ref _furtherCalls[stage]);
        _hasFurtherCalls = true;
        OnRetrying(stage, attempt, delay, exception);
    }

    /// <summary>Says that a guard has not passed and has stages run again.</summary>
    internal void RunAgain(GuardSettings guard, Exception exception)
    {
        Rounds().Refuse(guard, exception);
        OnRunningAgain(guard.Stage, exception);
    }

    private protected Exception? PreviousErrorOf(int stage) => _hasRounds ? _rounds!.PreviousErrorOf(stage) : null;

    // Stages may start at once: the run has one.
    private GuardRounds Rounds()
    {
        if (Volatile.Read(ref _hasRounds))
        {
            return _rounds!;
        }

        lock (Gate)
        {
            if (_rounds is null || _rounds.Count < _furtherCalls.Length)
            {
                _rounds = new GuardRounds(_furtherCalls.Length);
            }

            Volatile.Write(ref _hasRounds, true);
            return _rounds;
        }
    }

    private void BeginCalls(int stages)
    {
        if (_furtherCalls.Length < stages)
        {
            _furtherCalls = new int[stages];
        }
    }

    private void ForgetCalls()
    {
        if (_hasFurtherCalls)
        {
            Array.Clear(_furtherCalls);
            _hasFurtherCalls = false;
        }

        if (_hasRounds)
        {
            _rounds!.Clear();
            _hasRounds = false;
        }
    }
}
