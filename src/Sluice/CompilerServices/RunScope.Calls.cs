namespace Sluice.CompilerServices;

/// <content>How often stages were called: by policies that try again, and by guards that have them run again.</content>
public partial class RunScope
{
    private int[] _furtherCalls = [];
    private bool[] _wasCalled = [];
    private Exception?[]? _previousErrors;
    private bool _hasCalls;

    /// <summary>How often a stage was called, where it was.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <returns>The number.</returns>
    public int CallsOf(int stage) => 1 + Volatile.Read(ref _furtherCalls[stage]);

    /// <summary>How often a stage was called that a guard may have run again: not at all, too.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <returns>The number.</returns>
    public int CallsMade(int stage) => _wasCalled[stage] ? CallsOf(stage) : 0;

    /// <summary>Says that a stage is about to be called that a guard may have run again.</summary>
    /// <param name="stage">The stage's index.</param>
    public void Calling(int stage)
    {
        if (_wasCalled[stage])
        {
            Interlocked.Increment(ref _furtherCalls[stage]);
        }

        _wasCalled[stage] = true;
        _hasCalls = true;
    }

    /// <summary>Says that a stage is called again after an attempt that failed.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <param name="attempt">The number of the attempt that failed, from 1.</param>
    /// <param name="delay">The wait before the next.</param>
    /// <param name="exception">What it failed with.</param>
    public void Retrying(int stage, int attempt, TimeSpan delay, Exception exception)
    {
        Interlocked.Increment(ref _furtherCalls[stage]);
        _hasCalls = true;
        OnRetrying(stage, attempt, delay, exception);
    }

    /// <summary>Says that a guard has not passed and has stages run again.</summary>
    /// <param name="guard">The guard's index.</param>
    /// <param name="exception">What it failed with.</param>
    public void RunningAgain(int guard, Exception exception) =>
        OnRetrying(guard, CallsOf(guard), TimeSpan.Zero, exception);

    /// <summary>Says that a stage runs again as a guard has not passed.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <param name="guardError">What the guard failed with.</param>
    public void Repeating(int stage, Exception guardError)
    {
        // Guards of which neither is in the other's region may fail at once.
        var errors =
            _previousErrors
            ?? Interlocked.CompareExchange(ref _previousErrors, new Exception?[_furtherCalls.Length], null)
            ?? _previousErrors;
        errors[stage] = guardError;
    }

    private void BeginCalls(int stages)
    {
        if (_furtherCalls.Length < stages)
        {
            _furtherCalls = new int[stages];
            _wasCalled = new bool[stages];
        }
    }

    private void ForgetCalls()
    {
        if (_hasCalls)
        {
            Array.Clear(_furtherCalls);
            Array.Clear(_wasCalled);
            _previousErrors = null;
            _hasCalls = false;
        }
    }
}
