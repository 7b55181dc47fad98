namespace Sluice.Compiler.Bind;

/// <summary>An edge of a graph, seen from the stage that waits.</summary>
/// <param name="Predecessor">The stage that comes first, by its position in the graph.</param>
/// <param name="Parameter">The position of the parameter that takes its value, or -1 where a condition, <c>[After]</c> or a guard makes the edge.</param>
internal readonly record struct Precedence(int Predecessor, int Parameter);
