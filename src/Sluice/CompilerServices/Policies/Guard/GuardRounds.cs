namespace Sluice.CompilerServices;

/// <summary>
/// The state of the stages of one run that guards may have run again. It serves further runs. Several threads may note different stages
/// at once; one stage is noted by one thread at a time.
/// </summary>
/// <param name="stages">The number of stages.</param>
internal sealed class GuardRounds(int stages)
{
    private readonly bool[] _wasCalled = new bool[stages];
    private readonly bool[] _hasRefused = new bool[stages];
    private readonly Exception?[] _previousErrors = new Exception?[stages];

    /// <summary>The number of stages that there is room for.</summary>
    public int Count => _wasCalled.Length;

    /// <summary>Whether a stage was called at all.</summary>
    public bool WasCalled(int stage) => _wasCalled[stage];

    /// <summary>The failure of the guard in the round before, as the stage sees it, or <see langword="null"/>.</summary>
    public Exception? PreviousErrorOf(int stage) => _previousErrors[stage];

    /// <summary>The failure for which a guard asked for a further round, if the round has not come to it; otherwise <see langword="null"/>.</summary>
    public Exception? RefusalOf(int guard) => _hasRefused[guard] ? _previousErrors[guard] : null;

    /// <summary>Notes that a stage is about to be called.</summary>
    /// <returns>Whether it was called before.</returns>
    public bool Call(int stage)
    {
        _hasRefused[stage] = false;
        var wasCalled = _wasCalled[stage];
        _wasCalled[stage] = true;
        return wasCalled;
    }

    /// <summary>Notes that a guard has not passed, so that its stages run again.</summary>
    public void Refuse(GuardSettings guard, Exception exception)
    {
        _hasRefused[guard.Stage] = true;
        _previousErrors[guard.Stage] = exception;
        foreach (var stage in guard.Region)
        {
            _previousErrors[stage] = exception;
        }
    }

    /// <summary>Clears the state for the next run.</summary>
    public void Clear()
    {
        Array.Clear(_wasCalled);
        Array.Clear(_hasRefused);
        Array.Clear(_previousErrors);
    }
}
