namespace Sluice.Compiler.Bind;

/// <summary>An edge of a precedence graph, seen from the stage that waits.</summary>
/// <param name="Predecessor">The position of the stage that comes first.</param>
/// <param name="Parameter">
/// The position of the parameter that takes its value, or -1 if the edge comes from a condition, <c>[After]</c> or a
/// guard.
/// </param>
internal readonly record struct Precedence(int Predecessor, int Parameter);
