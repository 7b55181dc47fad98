namespace Sluice.Compiler.Lower;

/// <summary>The part of a stage in a list of values.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="IsSequence">Whether the stage runs for each element, so that all its results are part of the list.</param>
/// <param name="IsOfElementType">Whether its value or each result is exactly of the type of the elements.</param>
internal sealed record CollectedValue(StageValue Stage, bool IsSequence, bool IsOfElementType);
