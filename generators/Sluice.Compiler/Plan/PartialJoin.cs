namespace Sluice.Compiler.Plan;

/// <summary>A join of which some predecessors have ended.</summary>
/// <param name="Place">The place of the stage that joins.</param>
/// <param name="Waiting">How many predecessors have not ended.</param>
internal readonly record struct PartialJoin(int Place, int Waiting);
