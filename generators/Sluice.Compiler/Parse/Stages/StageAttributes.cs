using Microsoft.CodeAnalysis;
using Sluice.Compiler.Parse.Policies;

namespace Sluice.Compiler.Parse;

/// <summary>
/// The attributes that a stage has: those of each kind from the method itself, or else from the nearest one that it overrides.
/// Conditions of whatever kind are taken together, so that an override which has some replaces all.
/// </summary>
internal sealed class StageAttributes
{
    private StageAttributes() { }

    /// <summary>What marks it as a stage.</summary>
    public AttributeData? Stage { get; private set; }

    /// <summary>What offloads it.</summary>
    public AttributeData? Offload { get; private set; }

    /// <summary>What orders it.</summary>
    public List<AttributeData> After { get; private set; } = [];

    /// <summary>What guards it.</summary>
    public List<AttributeData> Conditions { get; private set; } = [];

    /// <summary>What is compiled around its calls.</summary>
    public PolicyAttributes Policies { get; } = new();

    /// <summary>No attributes at all.</summary>
    public static StageAttributes None => new();

    /// <summary>Collects the attributes of a method, each method being looked at once.</summary>
    public static StageAttributes Of(IMethodSymbol method)
    {
        var all = new StageAttributes();
        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            var own = new StageAttributes();
            foreach (var attribute in current.GetAttributes())
            {
                own.Add(attribute);
            }

            all.Inherit(own);
        }

        return all;
    }

    private void Add(AttributeData attribute)
    {
        switch (attribute.Name())
        {
            case AttributeExtensions.Stage:
                Stage ??= attribute;
                break;
            case AttributeExtensions.Offload:
                Offload ??= attribute;
                break;
            case AttributeExtensions.After:
                After.Add(attribute);
                break;
            case AttributeExtensions.When or AttributeExtensions.Unless or AttributeExtensions.Otherwise:
                Conditions.Add(attribute);
                break;
            default:
                Policies.Add(attribute);
                break;
        }
    }

    private void Inherit(StageAttributes overridden)
    {
        Stage ??= overridden.Stage;
        Offload ??= overridden.Offload;
        After = After.Count > 0 ? After : overridden.After;
        Conditions = Conditions.Count > 0 ? Conditions : overridden.Conditions;
        Policies.Inherit(overridden.Policies);
    }
}
