using Microsoft.CodeAnalysis;
using Sluice.Compiler.Policies;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>
/// The attributes of a method that are compiled around its calls: those of each kind from the method itself, or else from the nearest
/// one that it overrides.
/// </summary>
internal sealed class PolicyAttributes
{
    private readonly List<(string Name, AttributeData Attribute)> _policies = [];

    /// <summary>The attributes of a kind, in the order in which they stand.</summary>
    public IReadOnlyList<AttributeData> this[string name] =>
        _policies.FindAll(policy => policy.Name == name).ConvertAll(policy => policy.Attribute);

    /// <summary>Whether there is one of a kind.</summary>
    public bool Has(string name) => _policies.Exists(policy => policy.Name == name);

    /// <summary>Adds an attribute of the method itself, unless it is none of these.</summary>
    public void Add(AttributeData attribute)
    {
        if (attribute.PolicyName() is { } name && (!Has(name) || PolicyCatalog.Find(name) is { AllowsMultiple: true }))
        {
            _policies.Add((name, attribute));
        }
    }

    /// <summary>Adds the attributes of a method that this one overrides.</summary>
    public void Inherit(PolicyAttributes overridden) =>
        _policies.AddRange(overridden._policies.FindAll(policy => !Has(policy.Name)));
}
