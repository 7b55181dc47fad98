namespace Sluice.Compiler.Lower;

/// <summary>The number of predecessors that a stage waits for.</summary>
/// <param name="Place">The stage's place.</param>
/// <param name="Count">The number.</param>
internal readonly record struct WaitingCount(Place Place, int Count);
