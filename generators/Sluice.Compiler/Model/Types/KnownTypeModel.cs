namespace Sluice.Compiler.Model;

/// <summary>A class of a closed hierarchy: the base, or one that derives from it.</summary>
/// <param name="Type">The index of the type.</param>
/// <param name="IsConcrete">Whether a value can be of exactly this class.</param>
/// <param name="IsOpen">Whether classes of other assemblies can derive from it.</param>
internal sealed record KnownTypeModel(int Type, bool IsConcrete, bool IsOpen);
