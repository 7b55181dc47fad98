using Microsoft.CodeAnalysis;
using Sluice.Compiler.Policies;
using Sluice.Compiler.Supplied;

namespace Sluice.Compiler.Parse.Attributes;

/// <summary>
/// Lists the attributes of Sluice that users write and the places where each has a meaning. Elsewhere an attribute has
/// no effect.
/// </summary>
internal static class AttributeTable
{
    private const AttributePlace Method = AttributePlace.Stage | AttributePlace.Condition;
    private const AttributePlace Parameter = AttributePlace.Dependency | AttributePlace.Supplied;

    // Places that an attribute's AttributeUsage excludes are not listed, since C# reports them. [All], [Each] and [Buffer] on
    // a supplied parameter are rejected by the rules for these attributes.
    private static readonly Dictionary<string, AttributePlace> OtherPlaces = new(StringComparer.Ordinal)
    {
        [AttributeExtensions.After] = Method,
        [AttributeExtensions.All] = Parameter | AttributePlace.MarkedSupplied,
        [AttributeExtensions.Buffer] = Parameter,
        [AttributeExtensions.Carried] = AttributePlace.Dependency,
        [AttributeExtensions.Compensate] = AttributePlace.Stage,
        [AttributeExtensions.Each] = Parameter | AttributePlace.MarkedSupplied,
        [AttributeExtensions.EntryPoint] = AttributePlace.EntryPoint,
        [AttributeExtensions.From] = AttributePlace.Dependency | AttributePlace.Output,
        [AttributeExtensions.Guard] = AttributePlace.Stage,
        [AttributeExtensions.Loop] = AttributePlace.Stage,
        [AttributeExtensions.Offload] = Method,
        [AttributeExtensions.Otherwise] = Method,
        [AttributeExtensions.Stage] = AttributePlace.Stage,
        [AttributeExtensions.Stages] = AttributePlace.Pipeline | AttributePlace.Source,
        [AttributeExtensions.Telemetry] = AttributePlace.Pipeline | AttributePlace.BaseType,
        [AttributeExtensions.Unless] = Method,
        [AttributeExtensions.When] = Method,
    };

    // The policies and the supplied parameters have their own lists.
    private static readonly Dictionary<string, AttributePlace> PlacesByName = PolicyCatalog
        .All.Select(policy => (Name: policy.AttributeName, policy.Places))
        .Concat(SuppliedKinds.Attributes.Select(name => (Name: name, Places: AttributePlace.MarkedSupplied)))
        .Concat(OtherPlaces.Select(row => (Name: row.Key, Places: row.Value)))
        .ToDictionary(row => row.Name, row => row.Places, StringComparer.Ordinal);

    /// <summary>
    /// Returns the name of an attribute's class if the table contains it, otherwise <see langword="null"/>.
    /// </summary>
    public static string? NameOf(AttributeData attribute) => attribute.AttributeClass is { } type ? NameOf(type) : null;

    /// <summary>
    /// Returns the name of the class if it is an attribute that the table contains, otherwise <see langword="null"/>.
    /// </summary>
    public static string? NameOf(INamedTypeSymbol type) =>
        AttributeExtensions.SluiceName(type) is { } name && PlacesByName.ContainsKey(name) ? name : null;

    /// <summary>Whether the attribute with the given name has a meaning at one of the places.</summary>
    public static bool HasMeaning(string name, AttributePlace places) => (PlacesByName[name] & places) != 0;
}
