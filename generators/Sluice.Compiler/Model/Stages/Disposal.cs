namespace Sluice.Compiler.Model;

/// <summary>How what a stage produces is disposed of at the end of its run.</summary>
internal enum Disposal
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>At once, or, where it can be awaited and the entry point can wait, asynchronously.</summary>
    Synchronous,

    /// <summary>Asynchronously, as it knows no other way.</summary>
    Asynchronous,
}
