namespace Sluice.Compiler.Lower;

/// <summary>The output of a stage.</summary>
/// <param name="Place">The stage's place.</param>
internal sealed record StageValue(Place Place) : TakenValue;
