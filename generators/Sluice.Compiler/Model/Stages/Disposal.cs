namespace Sluice.Compiler.Model;

/// <summary>The way in which a stage's output is disposed of at the end of the run.</summary>
internal enum Disposal
{
    /// <summary>The output is not disposed of.</summary>
    None,

    /// <summary>
    /// By <c>Dispose</c>, or asynchronously if the output supports it and the entry point can await it.
    /// </summary>
    Synchronous,

    /// <summary>Asynchronously only, because the output has no <c>Dispose</c>.</summary>
    Asynchronous,
}
