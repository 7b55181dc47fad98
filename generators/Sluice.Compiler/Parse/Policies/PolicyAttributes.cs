using Microsoft.CodeAnalysis;
using Sluice.Compiler.Policies;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>
/// The policy attributes of a stage. The attributes of each kind come from the method itself, or otherwise from the
/// nearest overridden method that has any.
/// </summary>
internal sealed class PolicyAttributes
{
    private readonly List<(string Name, AttributeData Attribute)> _policies = [];

    /// <summary>The attributes of the given name, in the order in which they are written.</summary>
    public IReadOnlyList<AttributeData> this[string name] =>
        _policies.FindAll(policy => policy.Name == name).ConvertAll(policy => policy.Attribute);

    /// <summary>Whether there is an attribute of the given name.</summary>
    public bool Has(string name) => _policies.Exists(policy => policy.Name == name);

    /// <summary>
    /// Adds an attribute of the method itself. Attributes that are not policies are ignored, and so are repetitions
    /// that are not allowed.
    /// </summary>
    public void Add(AttributeData attribute)
    {
        if (attribute.PolicyName() is { } name && (!Has(name) || PolicyCatalog.Find(name) is { AllowsMultiple: true }))
        {
            _policies.Add((name, attribute));
        }
    }

    /// <summary>Adds the attributes of an overridden method whose kinds are not present yet.</summary>
    public void Inherit(PolicyAttributes overridden) =>
        _policies.AddRange(overridden._policies.FindAll(policy => !Has(policy.Name)));
}
