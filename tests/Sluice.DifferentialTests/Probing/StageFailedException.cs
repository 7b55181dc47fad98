namespace Sluice.DifferentialTests.Probing;

/// <summary>The exception that stages throw.</summary>
public sealed class StageFailedException : Exception
{
    public StageFailedException() { }

    public StageFailedException(string message)
        : base(message) { }

    public StageFailedException(string message, Exception innerException)
        : base(message, innerException) { }
}
