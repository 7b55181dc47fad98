namespace Sluice.Compiler.Model;

/// <summary>A type that a route by type distinguishes.</summary>
/// <param name="Type">The index of the type.</param>
/// <param name="Code">The type as a pattern in emitted code writes it.</param>
/// <param name="Kind">The way in which its values can be of other types.</param>
/// <param name="Is">The indexes of the other types of the routes that each of its values is of, ascending.</param>
internal sealed record RouteTypeModel(int Type, string Code, RouteTypeKind Kind, EquatableArray<int> Is);
