using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Finds out whether a parameter of a primary constructor is stored by the user's own code. The accessor that is emitted for a
/// source captures it, so that the object would hold it twice, and the two could differ.
/// </summary>
internal static class CapturedParameter
{
    public static bool IsAlsoStored(
        IParameterSymbol parameter,
        INamedTypeSymbol type,
        CancellationToken cancellationToken
    ) =>
        type.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
            && Initializers(declaration).Any(initializer => Mentions(initializer, parameter.Name))
        );

    private static IEnumerable<SyntaxNode> Initializers(TypeDeclarationSyntax declaration)
    {
        foreach (var baseType in declaration.BaseList?.Types ?? [])
        {
            if (baseType is PrimaryConstructorBaseTypeSyntax { ArgumentList: { } arguments })
            {
                yield return arguments;
            }
        }

        foreach (var member in declaration.Members)
        {
            if (member is PropertyDeclarationSyntax { Initializer: { } initializer })
            {
                yield return initializer;
            }
            else if (member is BaseFieldDeclarationSyntax { Declaration.Variables: var variables })
            {
                foreach (var variable in variables)
                {
                    if (variable.Initializer is { } value)
                    {
                        yield return value;
                    }
                }
            }
        }
    }

    private static bool Mentions(SyntaxNode initializer, string name) =>
        initializer
            .DescendantNodes(node =>
                node
                    is not InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } }
            )
            .OfType<IdentifierNameSyntax>()
            .Any(identifier =>
                string.Equals(identifier.Identifier.ValueText, name, StringComparison.Ordinal)
                && identifier.Parent
                    is not (NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax or MemberBindingExpressionSyntax)
                && !(identifier.Parent is MemberAccessExpressionSyntax access && access.Name == identifier)
            );
}
