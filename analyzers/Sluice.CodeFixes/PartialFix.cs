using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes;

/// <summary>Adds <c>partial</c> to a pipeline and to its containing types.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PartialFix() : PipelineFix("SLU0001")
{
    private protected override IEnumerable<FixChange> FindChanges(FixPlace place)
    {
        var types = place
            .Node.AncestorsAndSelf()
            .OfType<TypeDeclarationSyntax>()
            .Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
            .ToList();
        if (types.Count > 0)
        {
            yield return new FixChange(
                "Make it partial",
                nameof(PartialFix),
                _ => place.With(place.Root.ReplaceNodes(types, (_, type) => AddPartial(type)))
            );
        }
    }

    // C# requires partial to be the last modifier.
    private static TypeDeclarationSyntax AddPartial(TypeDeclarationSyntax type)
    {
        var modifier = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return type.Modifiers.Count > 0
            ? type.WithModifiers(type.Modifiers.Add(modifier))
            : type.WithKeyword(type.Keyword.WithLeadingTrivia())
                .WithModifiers([modifier.WithLeadingTrivia(type.Keyword.LeadingTrivia)]);
    }
}
