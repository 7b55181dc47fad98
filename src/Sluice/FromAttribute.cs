namespace Sluice;

/// <summary>Names the producer of a parameter, or of an entry point's output, where its type alone does not decide.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class FromAttribute : Attribute
{
    /// <summary>Names the producer.</summary>
    /// <param name="producer">
    /// The name of a stage, with or without <c>Async</c>, qualified by its source (<c>pricing.Load</c>) where two sources share it;
    /// or the name of an input of the entry point. <c>nameof</c> is the usual way to write it.
    /// </param>
    public FromAttribute(string producer) => Producer = producer;

    /// <summary>The name of the stage or input that produces the value.</summary>
    public string Producer { get; }
}
