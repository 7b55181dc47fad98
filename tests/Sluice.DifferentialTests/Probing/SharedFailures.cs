namespace Sluice.DifferentialTests.Probing;

/// <summary>Exception objects that calls of several stages and of several runs throw, one run after the other or at a time.</summary>
public sealed class SharedFailures
{
    private readonly StageFailedException[] _exceptions = [new("shared 0"), new("shared 1")];

    /// <summary>The exception that a stage throws.</summary>
    public Exception Of(int stage) => _exceptions[stage % _exceptions.Length];
}
