namespace Sluice.Compiler.Bind;

/// <summary>Where a stage gets no value.</summary>
/// <param name="Stage">The stage, by its index in the model.</param>
/// <param name="Parameter">The position of its parameter, or -1 where it is a condition.</param>
/// <param name="Condition">The position of its condition, or -1 where it is a parameter.</param>
internal readonly record struct Gap(int Stage, int Parameter, int Condition = -1);
