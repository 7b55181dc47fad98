using Microsoft.CodeAnalysis;
using Sluice.Compiler.Parse.Policies;

namespace Sluice.Compiler.Policies;

/// <summary>Reads a policy whose attribute can occur at most once on a stage.</summary>
/// <param name="parse">Reads the attribute.</param>
/// <param name="fit">The streams that the policy permits.</param>
internal sealed class PolicyAttributeParser(Func<PolicyAttribute, IEnumerable<PolicyModel?>> parse, StreamFit fit)
    : IPolicyParser
{
    public IEnumerable<PolicyModel> Parse(PolicySubject subject, IReadOnlyList<AttributeData> attributes) =>
        attributes.Count > 0 && Read(subject, attributes[0], fit) is { } attribute
            ? parse(attribute).OfType<PolicyModel>()
            : [];

    /// <summary>
    /// Returns the attribute if it is complete and permitted on its stage, otherwise <see langword="null"/>.
    /// </summary>
    /// <param name="subject">The stage.</param>
    /// <param name="data">The attribute.</param>
    /// <param name="fit">The streams that the policy permits.</param>
    public static PolicyAttribute? Read(PolicySubject subject, AttributeData data, StreamFit fit)
    {
        if (!PolicyAttribute.IsComplete(data))
        {
            return null;
        }

        var attribute = new PolicyAttribute(subject, data);
        if (subject.IsStream && fit != StreamFit.Any)
        {
            attribute.RefuseMeaning(
                "the stage returns a stream, whose work runs while it is read, after the call "
                    + "has ended: do this in a stage that produces or takes single items"
            );
            return null;
        }

        if (subject.ReadsStream && fit == StreamFit.None)
        {
            attribute.RefuseMeaning(
                "the stage reads a stream, which can be read only once, so another attempt could not read it "
                    + "again: do this in the stages that produce its items, or collect them in an earlier stage"
            );
            return null;
        }

        return attribute;
    }
}
