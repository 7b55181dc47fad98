using Microsoft.CodeAnalysis;
using Sluice.Compiler.Policies;

namespace Sluice.Compiler.Parse.Attributes;

/// <summary>Every attribute of Sluice that users write, and the places where it means something. Elsewhere it does nothing.</summary>
internal static class AttributeTable
{
    private const AttributePlace Method = AttributePlace.Stage | AttributePlace.Condition;
    private const AttributePlace Parameter = AttributePlace.Dependency | AttributePlace.Supplied;

    // Where C# itself refuses an attribute, by its AttributeUsage, there is nothing to say. [Each] and [Buffer] on what the run supplies
    // are refused with what else they may not stand on.
    private static readonly Dictionary<string, AttributePlace> _others = new(StringComparer.Ordinal)
    {
        [AttributeExtensions.After] = Method,
        [AttributeExtensions.Buffer] = Parameter,
        [AttributeExtensions.Compensate] = AttributePlace.Stage,
        [AttributeExtensions.Each] = Parameter,
        [AttributeExtensions.EntryPoint] = AttributePlace.EntryPoint,
        [AttributeExtensions.From] = AttributePlace.Dependency | AttributePlace.Output,
        [AttributeExtensions.Guard] = AttributePlace.Stage,
        [AttributeExtensions.Offload] = Method,
        [AttributeExtensions.Otherwise] = Method,
        [AttributeExtensions.Stage] = AttributePlace.Stage,
        [AttributeExtensions.Stages] = AttributePlace.Pipeline | AttributePlace.Source,
        [AttributeExtensions.Telemetry] = AttributePlace.Pipeline | AttributePlace.BaseType,
        [AttributeExtensions.Unless] = Method,
        [AttributeExtensions.When] = Method,
    };

    // The policies are in a list of their own.
    private static readonly Dictionary<string, AttributePlace> _places = PolicyCatalog
        .All.Select(policy => (Name: policy.AttributeName, policy.Places))
        .Concat(_others.Select(row => (Name: row.Key, Places: row.Value)))
        .ToDictionary(row => row.Name, row => row.Places, StringComparer.Ordinal);

    /// <summary>The name of an attribute's class where the table has it, otherwise <see langword="null"/>.</summary>
    public static string? NameOf(AttributeData attribute) => attribute.AttributeClass is { } type ? NameOf(type) : null;

    /// <summary>The name of the class where it is an attribute that the table has, otherwise <see langword="null"/>.</summary>
    public static string? NameOf(INamedTypeSymbol type) =>
        AttributeExtensions.SluiceName(type) is { } name && _places.ContainsKey(name) ? name : null;

    /// <summary>Whether the attribute of the name means something at one of the places.</summary>
    public static bool HasMeaning(string name, AttributePlace places) => (_places[name] & places) != 0;
}
