using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Detects parameters of a primary constructor that the user's own code stores. The accessor that is emitted for a
/// source captures the parameter, so the object would hold the value twice and the two could differ.
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
            .DescendantNodes(node => !IsNameOf(node))
            .OfType<IdentifierNameSyntax>()
            .Any(identifier =>
                string.Equals(identifier.Identifier.ValueText, name, StringComparison.Ordinal) && IsValue(identifier)
            );

    private static bool IsNameOf(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } };

    /// <summary>
    /// Whether the identifier denotes a value, rather than a member of another value or the name of an argument.
    /// </summary>
    private static bool IsValue(IdentifierNameSyntax identifier) =>
        identifier.Parent switch
        {
            NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax or MemberBindingExpressionSyntax => false,
            MemberAccessExpressionSyntax access => access.Name != identifier,
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Left
                != identifier,
            _ => true,
        };
}
