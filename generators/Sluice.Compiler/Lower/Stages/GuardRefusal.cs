namespace Sluice.Compiler.Lower;

/// <summary>A guard that keeps a stage from running in a run that goes on after failures.</summary>
/// <param name="Guard">The guard's place.</param>
/// <param name="Failing">The stages whose failure refuses: the guard, and everything that it needs.</param>
internal sealed record GuardRefusal(Place Guard, IReadOnlyList<Place> Failing);
