namespace Sluice;

/// <summary>
/// Marks a partial class or record class as a pipeline. The compiler connects its
/// <see cref="StageAttribute">stages</see> into a graph and writes the body of each entry point.
/// </summary>
/// <remarks>
/// A pipeline keeps its own constructor and gets no base class. An instance is thread-safe if its stages are: any
/// number of runs can be under way at the same time. Instances are meant to be long-lived.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PipelineAttribute : Attribute
{
    /// <summary>
    /// The effect of a stage's failure on the rest of a run. The default is <see cref="FailureMode.FailFast"/>.
    /// </summary>
    public FailureMode OnFailure { get; set; }
}
