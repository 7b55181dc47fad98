namespace Sluice.Compiler.Policies;

/// <summary>How a policy gets on with stages that return or read streams.</summary>
internal enum StreamFit
{
    /// <summary>It wraps a stage that reads a stream, but none that returns one: a stream does its work after the call has ended.</summary>
    ReadOnly,

    /// <summary>It wraps stages that return streams, too, as it is about the call alone.</summary>
    Any,

    /// <summary>It wraps neither, as it calls the stage more than once, and a stream can be read only once.</summary>
    None,
}
