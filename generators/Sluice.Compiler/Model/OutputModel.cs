namespace Sluice.Compiler.Model;

/// <summary>An output of an entry point.</summary>
/// <param name="Name">The tuple element's name, or <see langword="null"/> where it has none or the output is no tuple.</param>
/// <param name="Type">The index of its type.</param>
/// <param name="TypeName">Its type as code writes it, with nullability and tuple names.</param>
/// <param name="From">The producer that <c>[return: From]</c> names, or <see langword="null"/>.</param>
internal sealed record OutputModel(string? Name, int Type, string TypeName, string? From);
