namespace Sluice.Compiler.Model;

/// <summary>What a parameter of a method that a policy names gets.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Parameter">The position of the stage's parameter, where it is that; otherwise -1.</param>
/// <param name="TypeName">Of an exception the type in which it is taken, as code writes it; otherwise <see langword="null"/>.</param>
internal readonly record struct PolicyArgument(PolicyArgumentKind Kind, int Parameter = -1, string? TypeName = null);
