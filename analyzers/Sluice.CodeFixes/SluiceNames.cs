using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Sluice.CodeFixes;

/// <summary>Writes and recognises what belongs to Sluice.</summary>
internal static class SluiceNames
{
    public const string Each = "Each";
    public const string From = "From";
    public const string Stage = "Stage";
    public const string Unless = "Unless";
    public const string When = "When";

    public const string Async = "Async";

    /// <summary>A name of any namespace, which is shortened where the document can do without the rest.</summary>
    public static NameSyntax Write(string fullName) =>
        SyntaxFactory.ParseName("global::" + fullName).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>An attribute of Sluice.</summary>
    public static AttributeSyntax Attribute(string name, params ExpressionSyntax[] arguments) =>
        SyntaxFactory.Attribute(
            Write("Sluice." + name),
            arguments.Length == 0
                ? null
                : SyntaxFactory.AttributeArgumentList(
                    SyntaxFactory.SeparatedList(arguments.Select(SyntaxFactory.AttributeArgument))
                )
        );

    /// <summary>A generic type around another type.</summary>
    public static TypeSyntax Generic(string fullName, TypeSyntax argument)
    {
        var name = (QualifiedNameSyntax)SyntaxFactory.ParseName($"global::{fullName}<{argument.WithoutTrivia()}>");
        return name.WithAdditionalAnnotations(Simplifier.Annotation).WithTriviaFrom(argument);
    }

    /// <summary>How code names a stage or an input: with <c>nameof</c> where that is a method of the type or of a base of it.</summary>
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

    /// <summary><c>nameof(method)</c>.</summary>
    public static ExpressionSyntax NameOf(string method) => SyntaxFactory.ParseExpression($"nameof({Escaped(method)})");

    /// <summary>The name with an at sign, where it is a word of the language.</summary>
    public static string Escaped(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>Whether an attribute is one of Sluice.</summary>
    public static bool Is(AttributeSyntax attribute, string name, SemanticModel model) =>
        model.GetTypeInfo(attribute).Type is { } type
        && string.Equals(type.Name, name + nameof(System.Attribute), StringComparison.Ordinal)
        && IsIn(type.ContainingNamespace);

    /// <summary>Whether the namespace is that of Sluice.</summary>
    public static bool IsIn(INamespaceSymbol? space) =>
        space is { Name: "Sluice", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>A name as stages are compared by: without <c>Async</c>.</summary>
    public static string WithoutAsync(string name) =>
        name.Length > Async.Length && name.EndsWith(Async, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - Async.Length)
            : name;
}
