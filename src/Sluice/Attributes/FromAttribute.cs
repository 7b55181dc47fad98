namespace Sluice;

/// <summary>
/// Names the producer of a parameter, or of an entry point's output, if the type alone does not identify it.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class FromAttribute : Attribute
{
    /// <summary>Initializes a new instance of the <see cref="FromAttribute"/> class with one producer.</summary>
    /// <param name="producer">
    /// The name of an input of the entry point, or of a stage with or without the <c>Async</c> suffix. If two sources
    /// share the name, qualify it with the source: <c>pricing.Load</c>. The name is usually written with <c>nameof</c>.
    /// </param>
    public FromAttribute(string producer) => Producers = [producer];

    /// <summary>
    /// Initializes a new instance of the <see cref="FromAttribute"/> class with two producers. The value is taken from
    /// the first of them that produces one.
    /// </summary>
    /// <param name="first">The name of the preferred producer.</param>
    /// <param name="second">
    /// The name of the producer whose value is used if the first one settles without a value.
    /// </param>
    public FromAttribute(string first, string second) => Producers = [first, second];

    /// <summary>
    /// Initializes a new instance of the <see cref="FromAttribute"/> class with one or more producers. The value is
    /// taken from the first of them that produces one.
    /// </summary>
    /// <param name="producers">
    /// The names of inputs of the entry point, or of stages with or without the <c>Async</c> suffix, in order of
    /// preference. If two sources share a name, qualify it with the source: <c>pricing.Load</c>. The names are usually
    /// written with <c>nameof</c>. A producer's value is taken only after all producers before it have settled without
    /// a value.
    /// </param>
    public FromAttribute(params string[] producers) => Producers = producers;

    /// <summary>The names of the stages or inputs that produce the value, in order of preference.</summary>
    public IReadOnlyList<string> Producers { get; }
}
