namespace Sluice.Compiler.Model;

/// <summary>The argument for one parameter of a method that a policy names.</summary>
/// <param name="Kind">The origin of the argument.</param>
/// <param name="Parameter">The position of the stage's parameter if the argument is one; otherwise -1.</param>
/// <param name="TypeName">
/// If the argument is an exception, the type of the parameter as emitted code writes it; otherwise
/// <see langword="null"/>.
/// </param>
internal readonly record struct PolicyArgument(PolicyArgumentKind Kind, int Parameter = -1, string? TypeName = null);
