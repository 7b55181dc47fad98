namespace Sluice.DifferentialTests.Execution;

/// <summary>Says that a generated pipeline, which is right by construction, did not compile.</summary>
public sealed class CompilationFailedException : Exception
{
    public CompilationFailedException() { }

    public CompilationFailedException(string message)
        : base(message) { }

    public CompilationFailedException(string message, Exception innerException)
        : base(message, innerException) { }
}
