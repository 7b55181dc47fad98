namespace Sluice;

/// <summary>Runs a stage once for each element of a collection. The marked parameter receives the element.</summary>
/// <remarks>
/// The output of the stage is the sequence of results, in the order of the elements. The first element that fails ends
/// the others, unless the consumer takes the results as <see cref="Outcome{T}">outcomes</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EachAttribute : Attribute
{
    /// <summary>
    /// The maximum number of elements that are processed at the same time. The default, 0, sets no limit for a stage
    /// that returns a task.
    /// </summary>
    /// <remarks>
    /// A synchronous stage processes one element after another on one thread. With <see cref="OffloadAttribute"/> the
    /// elements run on the thread pool, and the default is the number of processors.
    /// </remarks>
    public int MaxConcurrency { get; set; }

    /// <summary>
    /// Whether a collection of collections is flattened: the parameter then receives the elements of each inner
    /// collection, in order.
    /// </summary>
    public bool Flatten { get; set; }
}
