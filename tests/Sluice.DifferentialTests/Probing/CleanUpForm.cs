namespace Sluice.DifferentialTests.Probing;

/// <summary>How a call registers a clean-up.</summary>
public enum CleanUpForm
{
    None,

    /// <summary>As a callback that ends when it returns, the only kind that a synchronous entry point takes.</summary>
    Synchronous,
    Asynchronous,
}
