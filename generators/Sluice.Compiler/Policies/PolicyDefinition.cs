using Microsoft.CodeAnalysis;
using Sluice.Compiler.Parse;
using Sluice.Compiler.Parse.Attributes;
using Sluice.Compiler.Parse.Policies;

namespace Sluice.Compiler.Policies;

/// <summary>A kind of policy: its attribute and its parser.</summary>
/// <param name="AttributeName">The name of the attribute's class.</param>
/// <param name="CreateParser">Creates a parser for the stages of one pipeline.</param>
internal sealed record PolicyDefinition(string AttributeName, Func<ParseContext, IPolicyParser> CreateParser)
{
    private const string Core = "Sluice";

    /// <summary>The namespace of the attribute. A policy from another package has another namespace.</summary>
    public string Namespace { get; init; } = Core;

    /// <summary>The number of the attribute's type parameters.</summary>
    public int Arity { get; init; }

    /// <summary>Whether a stage may have several attributes of this kind.</summary>
    public bool AllowsMultiple { get; init; }

    /// <summary>The places at which the attribute has a meaning.</summary>
    public AttributePlace Places { get; init; } = AttributePlace.Stage;

    /// <summary>
    /// Whether the policy may take longer than one attempt, so a limit for the total differs from one for each
    /// attempt.
    /// </summary>
    public bool OutlastsAttempt { get; init; }

    /// <summary>Creates the definition of a policy whose attribute can occur at most once on a stage.</summary>
    /// <param name="attributeName">The name of the attribute's class.</param>
    /// <param name="parse">Reads the attribute. It returns no policy if the attribute cannot be used.</param>
    /// <param name="fit">The streams that the policy permits.</param>
    public static PolicyDefinition Of(
        string attributeName,
        Func<PolicyAttribute, IEnumerable<PolicyModel?>> parse,
        StreamFit fit = StreamFit.ReadOnly
    ) => new(attributeName, _ => new PolicyAttributeParser(parse, fit));

    /// <summary>Whether a class is the attribute.</summary>
    public bool IsAttribute(INamedTypeSymbol type) => type.IsNamed(Namespace, AttributeName, Arity);
}
