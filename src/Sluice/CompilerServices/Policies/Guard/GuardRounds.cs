namespace Sluice.CompilerServices;

/// <summary>
/// What became in one run of the stages that guards may have run again. Used again for further runs. Different stages may be told of
/// at once; one stage is told of by one thread at a time.
/// </summary>
/// <param name="stages">How many stages there are.</param>
internal sealed class GuardRounds(int stages)
{
    private readonly bool[] _wasCalled = new bool[stages];
    private readonly bool[] _hasRefused = new bool[stages];
    private readonly Exception?[] _previousErrors = new Exception?[stages];

    /// <summary>How many stages there is room for.</summary>
    public int Count => _wasCalled.Length;

    /// <summary>Whether a stage was called at all.</summary>
    public bool WasCalled(int stage) => _wasCalled[stage];

    /// <summary>What a stage is told of the round before: what a guard has found, or <see langword="null"/>.</summary>
    public Exception? PreviousErrorOf(int stage) => _previousErrors[stage];

    /// <summary>What a guard has found, if it asked for a further round that has not come to it; otherwise <see langword="null"/>.</summary>
    public Exception? RefusalOf(int guard) => _hasRefused[guard] ? _previousErrors[guard] : null;

    /// <summary>Says that a stage is about to be called.</summary>
    /// <returns>Whether it was called before.</returns>
    public bool Call(int stage)
    {
        _hasRefused[stage] = false;
        var wasCalled = _wasCalled[stage];
        _wasCalled[stage] = true;
        return wasCalled;
    }

    /// <summary>Says that a guard has not passed, so that its stages run again.</summary>
    public void Refuse(GuardSettings guard, Exception exception)
    {
        _hasRefused[guard.Stage] = true;
        _previousErrors[guard.Stage] = exception;
        foreach (var stage in guard.Region)
        {
            _previousErrors[stage] = exception;
        }
    }

    /// <summary>Forgets the run.</summary>
    public void Clear()
    {
        Array.Clear(_wasCalled);
        Array.Clear(_hasRefused);
        Array.Clear(_previousErrors);
    }
}
