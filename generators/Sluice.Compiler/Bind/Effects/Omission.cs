namespace Sluice.Compiler.Bind;

/// <summary>The reason why an entry point leaves an effect or a guard out.</summary>
/// <param name="EntryPoint">The index of the entry point.</param>
/// <param name="Effect">The index of the effect or guard.</param>
/// <param name="Gap">The place of the absent value: the effect itself, or a stage that it depends on.</param>
internal readonly record struct Omission(int EntryPoint, int Effect, Gap Gap);
