namespace Sluice.Compiler.Plan;

/// <summary>A join for which some, but not all, predecessors have ended.</summary>
/// <param name="Place">The place of the joining stage.</param>
/// <param name="Waiting">The number of predecessors that have not ended.</param>
internal readonly record struct PartialJoin(int Place, int Waiting);
