namespace Sluice.Compiler.Bind.Production;

/// <summary>That a variable has one of some values.</summary>
/// <param name="Variable">The variable by its number.</param>
/// <param name="Values">The values.</param>
internal readonly record struct Literal(int Variable, ValueSet Values);
