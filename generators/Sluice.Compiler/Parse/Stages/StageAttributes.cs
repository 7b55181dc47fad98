using Microsoft.CodeAnalysis;
using Sluice.Compiler.Parse.Policies;

namespace Sluice.Compiler.Parse;

/// <summary>
/// The attributes of a stage. Those of each kind come from the method itself, or otherwise from the nearest overridden
/// method that has any. All kinds of conditions count as one, so an override with conditions replaces all
/// inherited ones.
/// </summary>
internal sealed class StageAttributes
{
    private StageAttributes() { }

    /// <summary>The <c>[Stage]</c> attribute, or <see langword="null"/>.</summary>
    public AttributeData? Stage { get; private set; }

    /// <summary>The <c>[Offload]</c> attribute, or <see langword="null"/>.</summary>
    public AttributeData? Offload { get; private set; }

    /// <summary>The <c>[After]</c> attributes.</summary>
    public List<AttributeData> After { get; private set; } = [];

    /// <summary>The <c>[When]</c>, <c>[Unless]</c> and <c>[Otherwise]</c> attributes.</summary>
    public List<AttributeData> Conditions { get; private set; } = [];

    /// <summary>The policy attributes.</summary>
    public PolicyAttributes Policies { get; } = new();

    /// <summary>Creates a set without attributes.</summary>
    public static StageAttributes None => new();

    /// <summary>Collects the attributes of a method and of the methods that it overrides.</summary>
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
