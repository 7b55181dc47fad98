namespace Sluice;

/// <summary>Names the producer of a parameter, or of an entry point's output, where its type alone does not decide.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class FromAttribute : Attribute
{
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
