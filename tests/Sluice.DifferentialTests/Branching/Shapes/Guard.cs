namespace Sluice.DifferentialTests.Branching.Shapes;

/// <summary>A condition on a stage.</summary>
/// <param name="Kind">The attribute.</param>
/// <param name="Source">The id of the stage or input whose value decides.</param>
/// <param name="Values">The choices that the attribute names; empty where it names none.</param>
public sealed record Guard(GuardKind Kind, int Source, IReadOnlyList<int> Values);
