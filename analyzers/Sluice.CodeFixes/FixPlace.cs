using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Compiler.Rules;

namespace Sluice.CodeFixes;

/// <summary>The place of a diagnostic, together with the information that the analyzer attached to it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Diagnostic">The diagnostic that the analyzer reported.</param>
/// <param name="Model">The semantic model of the document.</param>
/// <param name="Root">The syntax root of the document.</param>
/// <param name="Node">The node at the location of the diagnostic.</param>
internal sealed record FixPlace(
    Document Document,
    Diagnostic Diagnostic,
    SemanticModel Model,
    SyntaxNode Root,
    SyntaxNode Node
)
{
    /// <summary>The choices that the analyzer offers.</summary>
    public string[] Choices =>
        Diagnostic.Properties.TryGetValue(FixProperties.Choices, out var choices) && choices is not null
            ? choices.Split(FixProperties.Separator)
            : [];

    /// <summary>The name that the diagnostic is about, as written, or <see langword="null"/>.</summary>
    public string? Name => Diagnostic.Properties.TryGetValue(FixProperties.Name, out var name) ? name : null;

    /// <summary>The missing method that can be declared, or <see langword="null"/>.</summary>
    public MissingMethod? Missing =>
        MissingMethod.OfProperty(
            Diagnostic.Properties.TryGetValue(FixProperties.Missing, out var missing) ? missing : null
        );

    /// <summary>
    /// The method parameter that the diagnostic is about, or <see langword="null"/>. The faults of a stage from another
    /// type are shown at the <c>[Stages]</c> member, where they cannot be fixed.
    /// </summary>
    public ParameterSyntax? Parameter =>
        Node is ParameterSyntax { Parent.Parent: MethodDeclarationSyntax } parameter ? parameter : null;

    /// <summary>
    /// Returns the type of the output that the diagnostic is about, without its task, or <see langword="null"/> if it
    /// is about none.
    /// </summary>
    public TypeSyntax? OutputType() =>
        Node is MethodDeclarationSyntax method && Output is { } output
            ? OutputTypes.Find(method, Model) is TupleTypeSyntax tuple
                ? tuple.Elements[output].Type
                : OutputTypes.Find(method, Model)
            : null;

    /// <summary>
    /// Returns the tuple element that the diagnostic is about, or <see langword="null"/> if it is about none.
    /// </summary>
    public TupleElementSyntax? OutputElement() =>
        Node is MethodDeclarationSyntax method
        && Output is { } output
        && OutputTypes.Find(method, Model) is TupleTypeSyntax tuple
            ? tuple.Elements[output]
            : null;

    /// <summary>Returns the document with another syntax root.</summary>
    public Task<Document> With(SyntaxNode root) => Task.FromResult(Document.WithSyntaxRoot(root));

    private int? Output =>
        Diagnostic.Properties.TryGetValue(FixProperties.Output, out var text) && int.TryParse(text, out var output)
            ? output
            : null;
}
