using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Sluice.CodeFixes;

/// <summary>Writes and recognises the names of Sluice's attributes and types.</summary>
internal static class SluiceNames
{
    public const string Each = "Each";
    public const string From = "From";
    public const string Stage = "Stage";
    public const string Unless = "Unless";
    public const string When = "When";

    public const string Async = "Async";

    /// <summary>Returns a fully qualified name, which the simplifier shortens if the document permits it.</summary>
    public static NameSyntax Write(string fullName) =>
        SyntaxFactory.ParseName("global::" + fullName).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>Returns an attribute of Sluice.</summary>
    public static AttributeSyntax Attribute(string name, params ExpressionSyntax[] arguments) =>
        SyntaxFactory.Attribute(
            Write("Sluice." + name),
            arguments.Length == 0
                ? null
                : SyntaxFactory.AttributeArgumentList(
                    SyntaxFactory.SeparatedList(arguments.Select(SyntaxFactory.AttributeArgument))
                )
        );

    /// <summary>Returns a generic type with another type as its argument.</summary>
    public static TypeSyntax Generic(string fullName, TypeSyntax argument)
    {
        var name = (QualifiedNameSyntax)SyntaxFactory.ParseName($"global::{fullName}<{argument.WithoutTrivia()}>");
        return name.WithAdditionalAnnotations(Simplifier.Annotation).WithTriviaFrom(argument);
    }

    /// <summary>
    /// Returns the expression that names a stage or an input: <c>nameof</c> if it is a method of the type or of a base
    /// type, otherwise a string.
    /// </summary>
    public static ExpressionSyntax NameOf(ITypeSymbol? type, string name)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (var spelling in new[] { name, name + Async })
            {
                if (declaring.GetMembers(spelling).Any(member => member is IMethodSymbol))
                {
                    return NameOf(spelling);
                }
            }
        }

        return SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name));
    }

    /// <summary>Returns the expression <c>nameof(method)</c>.</summary>
    public static ExpressionSyntax NameOf(string method) => SyntaxFactory.ParseExpression($"nameof({Escaped(method)})");

    /// <summary>Returns the name, with an at sign if it is a keyword.</summary>
    public static string Escaped(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>Whether an attribute is Sluice's attribute of the given name.</summary>
    public static bool Is(AttributeSyntax attribute, string name, SemanticModel model) =>
        model.GetTypeInfo(attribute).Type is { } type
        && string.Equals(type.Name, name + nameof(System.Attribute), StringComparison.Ordinal)
        && IsIn(type.ContainingNamespace);

    /// <summary>Whether the namespace is <c>Sluice</c>.</summary>
    public static bool IsIn(INamespaceSymbol? space) =>
        space is { Name: "Sluice", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Returns the name without the suffix <c>Async</c>, as stage names are compared.</summary>
    public static string WithoutAsync(string name) =>
        name.Length > Async.Length && name.EndsWith(Async, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - Async.Length)
            : name;
}
