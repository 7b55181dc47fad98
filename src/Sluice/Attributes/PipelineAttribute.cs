namespace Sluice;

/// <summary>
/// Marks a partial class or record class as a pipeline: the compiler wires its <see cref="StageAttribute">stages</see> into a
/// graph and writes the body of each entry point.
/// </summary>
/// <remarks>
/// A pipeline keeps its own constructor and gets no base class. An instance is thread-safe where its stages are, any number of
/// runs may be under way at once, and it is meant to live long.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PipelineAttribute : Attribute
{
    /// <summary>What the failure of a stage means for the rest of a run. By default the run fails fast.</summary>
    public FailureMode OnFailure { get; set; }
}
