namespace Sluice.Tests.Shared.Faults;

/// <summary>A call of a stage, its fallback, its compensation or its clean-up, as the called code saw it.</summary>
/// <param name="name">The name of the stage, its fallback, its compensation, or its clean-up.</param>
/// <param name="attempt">The attempt number that the call got.</param>
public sealed class StageCall(string name, int attempt)
{
    private int _ends;

    public string Name => name;

    public int Attempt => attempt;

    /// <summary>The exception of the call, or <see langword="null"/>.</summary>
    public Exception? Exception { get; private set; }

    /// <summary>Whether the call has ended exactly once.</summary>
    public bool HasEnded => Volatile.Read(ref _ends) == 1;

    public bool HasReturned => HasEnded && Exception is null;

    public void End(Exception? exception)
    {
        Exception = exception;
        Interlocked.Increment(ref _ends);
    }
}
