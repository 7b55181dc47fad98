namespace Sluice.DifferentialTests.Graphs;

/// <summary>A condition on a stage.</summary>
/// <param name="Kind">The attribute.</param>
/// <param name="Source">The id of the stage or input whose value decides.</param>
/// <param name="Values">The choices that the attribute names; empty if it names none.</param>
public sealed record Condition(ConditionKind Kind, int Source, IReadOnlyList<int> Values);
