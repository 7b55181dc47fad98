namespace Sluice;

/// <summary>An edge of a <see cref="PipelineGraph"/>: one stage waits for a stage or takes an input.</summary>
/// <param name="From">The name of the stage or input that comes first.</param>
/// <param name="To">The name of the stage that waits for it.</param>
/// <param name="Parameter">
/// The name of the parameter that receives the value, or <see langword="null"/> where <see cref="AfterAttribute"/> orders without
/// data, or where the value is a condition.
/// </param>
public sealed record GraphEdge(string From, string To, string? Parameter)
{
    /// <summary>Whether the value of the first decides if the second runs.</summary>
    public bool IsCondition { get; init; }
}
