using Sluice.Compiler.Model;
using Sluice.Compiler.Policies;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads the policies of stages, their guards, their loops and their compensations.</summary>
/// <param name="context">The state that the parsers share.</param>
internal sealed class PolicyParser(ParseContext context)
{
    private readonly (string Attribute, IPolicyParser Parser)[] _parsers =
    [
        .. PolicyCatalog.All.Select(policy => (policy.AttributeName, policy.CreateParser(context))),
    ];

    /// <summary>Returns the stage with its policies, its guard, its loop and its compensation.</summary>
    /// <param name="subject">The stage without them.</param>
    /// <param name="attributes">The policy attributes of its method.</param>
    public StageModel Parse(PolicySubject subject, PolicyAttributes attributes)
    {
        var policies = _parsers
            .SelectMany(policy => policy.Parser.Parse(subject, attributes[policy.Attribute]))
            .OrderBy(policy => policy.Layer)
            .ToEquatableArray();
        return subject.Stage with
        {
            Policies = policies,
            Guard = Read(AttributeExtensions.Guard) is { } guard ? GuardParser.Parse(guard) : null,
            Loop = Read(AttributeExtensions.Loop) is { } loop ? LoopParser.Parse(loop) : null,
            Compensation = Read(AttributeExtensions.Compensate) is { } compensate
                ? CompensateParser.Parse(compensate, policies)
                : null,
        };

        PolicyAttribute? Read(string name) =>
            attributes[name] is { Count: > 0 } found
                ? PolicyAttributeParser.Read(subject, found[0], StreamFit.ReadOnly)
                : null;
    }
}
