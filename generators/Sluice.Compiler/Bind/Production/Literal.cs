namespace Sluice.Compiler.Bind.Production;

/// <summary>A statement that a variable has one of the given values.</summary>
/// <param name="Variable">The number of the variable.</param>
/// <param name="Values">The values.</param>
internal readonly record struct Literal(int Variable, ValueSet Values);
