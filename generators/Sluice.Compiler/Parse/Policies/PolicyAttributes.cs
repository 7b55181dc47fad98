using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>
/// The attributes of a method that are compiled around its calls: those of each kind from the method itself, or else from the nearest
/// one that it overrides.
/// </summary>
internal sealed class PolicyAttributes
{
    private readonly List<(string Name, AttributeData Attribute)> _policies = [];

    /// <summary>What wraps its calls, outermost first.</summary>
    public List<AttributeData> Interceptors { get; private set; } = [];

    /// <summary>Whether there is any.</summary>
    public bool Any => _policies.Count > 0 || Interceptors.Count > 0;

    /// <summary>The attribute of the kind, or <see langword="null"/>.</summary>
    public AttributeData? this[string name] => _policies.Find(policy => policy.Name == name).Attribute;

    /// <summary>Adds an attribute of the method itself, unless it is none of these.</summary>
    public void Add(AttributeData attribute)
    {
        var name = attribute.PolicyName();
        if (name == AttributeExtensions.Intercept)
        {
            Interceptors.Add(attribute);
        }
        else if (name is not null && this[name] is null)
        {
            _policies.Add((name, attribute));
        }
    }

    /// <summary>Adds what a method has that this one overrides.</summary>
    public void Inherit(PolicyAttributes overridden)
    {
        Interceptors = Interceptors.Count > 0 ? Interceptors : overridden.Interceptors;
        _policies.AddRange(overridden._policies.FindAll(policy => this[policy.Name] is null));
    }
}
