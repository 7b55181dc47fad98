using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Sluice.CodeFixes;

/// <summary>Replaces the name in a policy by that of an existing method, or adds the missing method.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PolicyMemberFix() : PipelineFix("SLU0039")
{
    private protected override IEnumerable<FixChange> FindChanges(FixPlace place)
    {
        if (
            place.Node is not MethodDeclarationSyntax { Parent: TypeDeclarationSyntax type } method
            || place.Name is not { } name
            || PolicyNames.Argument(method, name, place.Model) is not { } argument
        )
        {
            yield break;
        }

        foreach (var choice in place.Choices)
        {
            yield return new FixChange(
                $"Name '{choice}'",
                choice,
                _ => place.With(place.Root.ReplaceNode(argument.Expression, NameOf(argument, choice)))
            );
        }

        if (
            SyntaxFacts.IsValidIdentifier(name)
            && place.Model.GetDeclaredSymbol(type) is INamedTypeSymbol symbol
            && symbol.GetMembers(name).IsEmpty
            && place.Missing is { } missing
            && PolicyMethodStub.Of(method, missing, name, place.Model) is { } stub
        )
        {
            yield return new FixChange(
                $"Add the method '{name}'",
                nameof(PolicyMethodStub),
                _ => place.With(Add(place.Root, method, argument, name, stub))
            );
        }
    }

    private static SyntaxNode Add(
        SyntaxNode root,
        MethodDeclarationSyntax method,
        AttributeArgumentSyntax argument,
        string name,
        MethodDeclarationSyntax stub
    )
    {
        var mended = method.ReplaceNode(argument.Expression, NameOf(argument, name));
        var added = stub.WithLeadingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
            .WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
        return root.ReplaceNode(method, [mended, added]);
    }

    private static ExpressionSyntax NameOf(AttributeArgumentSyntax argument, string name) =>
        SluiceNames.NameOf(name).WithTriviaFrom(argument.Expression);
}
