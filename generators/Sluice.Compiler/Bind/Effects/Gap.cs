namespace Sluice.Compiler.Bind;

/// <summary>The place at which a stage lacks a value.</summary>
/// <param name="Stage">The index of the stage in the model.</param>
/// <param name="Parameter">The position of its parameter, or -1 if a condition lacks the value.</param>
/// <param name="Condition">The position of its condition, or -1 if a parameter lacks the value.</param>
internal readonly record struct Gap(int Stage, int Parameter, int Condition = -1);
