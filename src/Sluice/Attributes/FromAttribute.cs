namespace Sluice;

/// <summary>Names the producer of a parameter, or of an entry point's output, where its type alone does not decide.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class FromAttribute : Attribute
{
    /// <summary>Names the producer.</summary>
    /// <param name="producer">
    /// The name of a stage, with or without <c>Async</c>, qualified by the source (<c>pricing.Load</c>) where two sources share it; or
    /// of an input of the entry point. <c>nameof</c> is the usual way to write it.
    /// </param>
    public FromAttribute(string producer) => Producers = [producer];

    /// <summary>Names two producers, of which the first that produced a value is taken.</summary>
    /// <param name="first">The name of the producer whose value is taken where it has produced one.</param>
    /// <param name="second">The name of the producer whose value is taken otherwise.</param>
    public FromAttribute(string first, string second) => Producers = [first, second];

    /// <summary>Names the producer, or several of which the first that produced a value is taken.</summary>
    /// <param name="producers">
    /// Names of stages, with or without <c>Async</c>, qualified by the source (<c>pricing.Load</c>) where two sources share one; or
    /// names of inputs of the entry point. <c>nameof</c> is the usual way to write it. The value is taken from the first in this
    /// list that produced one, once all before it have settled without.
    /// </param>
    public FromAttribute(params string[] producers) => Producers = producers;

    /// <summary>The names of the stages or inputs that produce the value.</summary>
    public IReadOnlyList<string> Producers { get; }
}
