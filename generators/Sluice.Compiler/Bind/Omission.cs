namespace Sluice.Compiler.Bind;

/// <summary>Why an entry point leaves an effect out.</summary>
/// <param name="EntryPoint">The index of the entry point.</param>
/// <param name="Effect">The index of the effect.</param>
/// <param name="Stage">The stage that lacks something: the effect, or a stage behind it.</param>
/// <param name="Parameter">The position of the parameter that gets no value.</param>
internal readonly record struct Omission(int EntryPoint, int Effect, int Stage, int Parameter);
