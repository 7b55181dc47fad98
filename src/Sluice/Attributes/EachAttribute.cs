namespace Sluice;

/// <summary>
/// Runs a stage once for each element of a collection. The parameter takes an element; the stage's output is the sequence of
/// results, in the order of the elements.
/// </summary>
/// <remarks>
/// The first element to fail ends the others, unless whoever takes the results takes them as
/// <see cref="Outcome{T}">outcomes</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EachAttribute : Attribute
{
    /// <summary>
    /// How many elements may be under way at once. 0, the default, sets no limit for a stage that returns a task; a stage that does not is called
    /// for one element after the other on one thread. With <see cref="OffloadAttribute"/> the elements run on the thread pool, and
    /// the default is the number of processors.
    /// </summary>
    public int MaxConcurrency { get; set; }

    /// <summary>Whether the parameter takes the elements of the elements: what a collection of collections contains, in order.</summary>
    public bool Flatten { get; set; }
}
