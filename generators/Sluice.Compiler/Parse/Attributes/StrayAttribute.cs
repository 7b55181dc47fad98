using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse.Attributes;

/// <summary>An attribute that has no effect where it stands.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Name">Its name as written.</param>
/// <param name="Subject">The declaration that it stands on, as a message names it.</param>
/// <param name="Reason">The reason why it has no effect, and the remedy.</param>
internal sealed record StrayAttribute(AttributeData Attribute, string Name, string Subject, string Reason)
{
    /// <summary>The arguments of the rule's message format.</summary>
    public string[] Arguments => [Subject, Name, Reason];
}
