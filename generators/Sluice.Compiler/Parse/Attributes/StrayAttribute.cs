using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse.Attributes;

/// <summary>An attribute that does nothing where it stands.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Name">Its name, as it is written.</param>
/// <param name="Subject">What it stands on, as a message says it.</param>
/// <param name="Reason">Why it does nothing, and what to do.</param>
internal sealed record StrayAttribute(AttributeData Attribute, string Name, string Subject, string Reason)
{
    /// <summary>What the message asks for.</summary>
    public string[] Arguments => [Subject, Name, Reason];
}
