namespace Sluice.Compiler.Model;

/// <summary>Refers to a declaration without holding its symbol.</summary>
/// <param name="Kind">The kind of declaration.</param>
/// <param name="Index">The index of the declaration among those of its kind.</param>
/// <param name="Parameter">
/// The position of one of its parameters, in declaration order, or -1 for the declaration itself.
/// </param>
internal readonly record struct NodeReference(NodeKind Kind, int Index = 0, int Parameter = -1);
