namespace Sluice.DifferentialTests.Loops;

/// <summary>A parameter of a stage.</summary>
/// <param name="Sources">The sources: several if it is a merge.</param>
/// <param name="Form">The form in which it takes the value.</param>
/// <param name="IsEach">Whether the stage runs for each element.</param>
internal sealed record LoopTake(IReadOnlyList<LoopSource> Sources, LoopForm Form, bool IsEach = false);
