namespace Sluice.Compiler.Policies;

/// <summary>The streams that a policy permits on its stage.</summary>
internal enum StreamFit
{
    /// <summary>
    /// The stage may read a stream but not return one, because a returned stream does its work after the call has
    /// ended.
    /// </summary>
    ReadOnly,

    /// <summary>The stage may read and return streams, because the policy concerns only the call.</summary>
    Any,

    /// <summary>
    /// The stage may neither read nor return a stream, because the policy may call it more than once and a stream can
    /// be read only once.
    /// </summary>
    None,
}
