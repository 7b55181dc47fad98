namespace Sluice.Compiler.Bind;

/// <summary>Why an entry point leaves an effect out.</summary>
/// <param name="EntryPoint">The index of the entry point.</param>
/// <param name="Effect">The index of the effect.</param>
/// <param name="Gap">Where a value is absent: at the effect, or at a stage behind it.</param>
internal readonly record struct Omission(int EntryPoint, int Effect, Gap Gap);
