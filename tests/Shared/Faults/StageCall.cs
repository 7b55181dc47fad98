namespace Sluice.Tests.Shared.Faults;

/// <summary>A call of a stage's own code, or of one that belongs to it, as that code saw it.</summary>
/// <param name="name">The name of the stage, its fallback, its compensation, or its clean-up.</param>
/// <param name="attempt">The attempt that it was told to be.</param>
public sealed class StageCall(string name, int attempt)
{
    private int _ends;

    public string Name => name;

    public int Attempt => attempt;

    /// <summary>What it threw, or <see langword="null"/>.</summary>
    public Exception? Exception { get; private set; }

    /// <summary>Whether it has ended, once.</summary>
    public bool HasEnded => Volatile.Read(ref _ends) == 1;

    public bool HasReturned => HasEnded && Exception is null;

    public void End(Exception? exception)
    {
        Exception = exception;
        Interlocked.Increment(ref _ends);
    }
}
