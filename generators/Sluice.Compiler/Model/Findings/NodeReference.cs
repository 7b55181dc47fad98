namespace Sluice.Compiler.Model;

/// <summary>Refers to a declaration without holding its symbol.</summary>
/// <param name="Kind">What it refers to.</param>
/// <param name="Index">Its index among those of its kind.</param>
/// <param name="Parameter">The position of a parameter of it (as the method declares them), or -1 for the declaration itself.</param>
internal readonly record struct NodeReference(NodeKind Kind, int Index = 0, int Parameter = -1);
