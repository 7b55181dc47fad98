using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Compiler.Rules;

namespace Sluice.CodeFixes;

/// <summary>Where something is wrong, and what the analyzer knows of it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Diagnostic">What the analyzer reported.</param>
/// <param name="Model">What the compiler knows of the document.</param>
/// <param name="Root">The document's syntax.</param>
/// <param name="Node">The declaration that the diagnostic is at.</param>
internal sealed record FixPlace(
    Document Document,
    Diagnostic Diagnostic,
    SemanticModel Model,
    SyntaxNode Root,
    SyntaxNode Node
)
{
    /// <summary>What there is to choose from.</summary>
    public string[] Choices =>
        Diagnostic.Properties.TryGetValue(FixProperties.Choices, out var choices) && choices is not null
            ? choices.Split(FixProperties.Separator)
            : [];

    /// <summary>The name that it is about as it was written, or <see langword="null"/>.</summary>
    public string? Name => Diagnostic.Properties.TryGetValue(FixProperties.Name, out var name) ? name : null;

    /// <summary>The method that may be declared, or <see langword="null"/>.</summary>
    public MissingMethod? Missing =>
        MissingMethod.OfProperty(
            Diagnostic.Properties.TryGetValue(FixProperties.Missing, out var missing) ? missing : null
        );

    /// <summary>
    /// The parameter of a method that it is about, or <see langword="null"/>. What is wrong with a stage of another type is shown where
    /// the pipeline takes that type in, and there is nothing to mend there.
    /// </summary>
    public ParameterSyntax? Parameter =>
        Node is ParameterSyntax { Parent.Parent: MethodDeclarationSyntax } parameter ? parameter : null;

    /// <summary>The type of the output that it is about, without the task around it, or <see langword="null"/> where it is about none.</summary>
    public TypeSyntax? OutputType() =>
        Node is MethodDeclarationSyntax method && Output is { } output
            ? OutputTypes.Find(method, Model) is TupleTypeSyntax tuple
                ? tuple.Elements[output].Type
                : OutputTypes.Find(method, Model)
            : null;

    /// <summary>The element of a tuple that it is about, or <see langword="null"/> where it is about none.</summary>
    public TupleElementSyntax? OutputElement() =>
        Node is MethodDeclarationSyntax method
        && Output is { } output
        && OutputTypes.Find(method, Model) is TupleTypeSyntax tuple
            ? tuple.Elements[output]
            : null;

    /// <summary>The document with another syntax.</summary>
    public Task<Document> With(SyntaxNode root) => Task.FromResult(Document.WithSyntaxRoot(root));

    private int? Output =>
        Diagnostic.Properties.TryGetValue(FixProperties.Output, out var text) && int.TryParse(text, out var output)
            ? output
            : null;
}
