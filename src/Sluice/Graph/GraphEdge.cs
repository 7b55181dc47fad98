namespace Sluice;

/// <summary>
/// Represents an edge of a <see cref="PipelineGraph"/>: a stage that depends on another stage or on an input.
/// </summary>
/// <param name="From">The name of the stage or input that comes first.</param>
/// <param name="To">The name of the dependent stage.</param>
/// <param name="Parameter">
/// The name of the parameter that receives the value, or <see langword="null"/> if the value is a condition or
/// <see cref="AfterAttribute"/> orders the stages without a value.
/// </param>
public sealed record GraphEdge(string From, string To, string? Parameter)
{
    /// <summary>Whether the value decides if the dependent stage runs.</summary>
    public bool IsCondition { get; init; }

    /// <summary>
    /// Whether the value is carried: the decision of a loop, <see cref="From"/>, hands it to the next round. Without these
    /// edges the graph has no cycle.
    /// </summary>
    public bool IsCarried { get; init; }
}
