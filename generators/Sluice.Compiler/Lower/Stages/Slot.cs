namespace Sluice.Compiler.Lower;

/// <summary>A field or local that a run has for a stage.</summary>
/// <param name="Place">The stage's place.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="IsCleared">Whether the run object clears it before it goes back to its pool.</param>
/// <param name="Number">The number of the merge, from 1, or 0.</param>
internal sealed record Slot(Place Place, SlotKind Kind, bool IsCleared = false, int Number = 0);
