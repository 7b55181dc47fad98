namespace Sluice.Compiler.Lower;

/// <summary>A merge that a stage waits for only until it is known which source it takes.</summary>
/// <param name="Number">The number of the merge among those of its stage, from 1.</param>
/// <param name="Sources">The sources, in order. Each has the bit of its position.</param>
/// <param name="SettledAtStart">The bits of the inputs, which have settled when the run begins.</param>
internal sealed record MergeCounter(int Number, IReadOnlyList<TakenValue> Sources, int SettledAtStart);
