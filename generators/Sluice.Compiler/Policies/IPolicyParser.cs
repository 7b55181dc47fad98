using Microsoft.CodeAnalysis;
using Sluice.Compiler.Parse.Policies;

namespace Sluice.Compiler.Policies;

/// <summary>Reads the policies of one kind from the attributes of stages.</summary>
internal interface IPolicyParser
{
    /// <summary>Returns the policies of a stage, outermost first. Reports attributes that cannot be used.</summary>
    /// <param name="subject">The stage.</param>
    /// <param name="attributes">The stage's attributes of this kind, usually none.</param>
    IEnumerable<PolicyModel> Parse(PolicySubject subject, IReadOnlyList<AttributeData> attributes);
}
