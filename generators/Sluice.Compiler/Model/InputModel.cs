namespace Sluice.Compiler.Model;

/// <summary>An input of an entry point.</summary>
/// <param name="Name">The parameter's name, not escaped.</param>
/// <param name="Type">The index of its type.</param>
/// <param name="TypeName">Its type as code writes it, with nullability and tuple names.</param>
internal sealed record InputModel(string Name, int Type, string TypeName);
