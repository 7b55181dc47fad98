namespace Sluice.Compiler.Lower;

/// <summary>A stage that waits for a merge, if this source makes known which one it takes.</summary>
/// <param name="Stage">The place of the stage that waits.</param>
/// <param name="Number">The number of the merge among those of that stage.</param>
/// <param name="Bit">The bit of the source.</param>
internal sealed record ReleaseMerge(Place Stage, int Number, int Bit) : Release;
