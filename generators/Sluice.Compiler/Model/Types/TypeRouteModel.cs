namespace Sluice.Compiler.Model;

/// <summary>A type whose values can select stages by the types that they are of.</summary>
/// <param name="Type">The index of the type, which is also among the <see cref="PipelineModel.RouteTypes"/>.</param>
/// <param name="CanBe">The indexes of the types of the routes that a value may be of, ascending.</param>
/// <param name="Known">
/// The classes that a value can be of, in declaration order, if no other assembly can add one to the hierarchy. Empty
/// if the type is open.
/// </param>
internal sealed record TypeRouteModel(int Type, EquatableArray<int> CanBe, EquatableArray<KnownTypeModel> Known)
{
    /// <summary>Whether the compiler knows every class that a value can be of.</summary>
    public bool IsClosed => Known.Count > 0;
}
