using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes;

/// <summary>Removes an attribute that has no effect where it stands.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class StrayAttributeFix() : PipelineFix("SLU0044")
{
    private protected override IEnumerable<FixChange> FindChanges(FixPlace place)
    {
        if (
            place is { Node: AttributeSyntax { Parent: AttributeListSyntax { Parent: { } owner } list } attribute }
            && place.Name is { } name
        )
        {
            var without = Without(owner, list, attribute);
            yield return new FixChange(
                $"Remove [{name}]",
                name,
                _ => place.With(place.Root.ReplaceNode(owner, without))
            );
        }
    }

    // Keeps the leading trivia for the new first token.
    private static SyntaxNode Without(SyntaxNode owner, AttributeListSyntax list, AttributeSyntax attribute) =>
        (
            list.Attributes.Count == 1
                ? owner.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)!
                : owner.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(attribute)).WithTriviaFrom(list))
        ).WithLeadingTrivia(owner.GetLeadingTrivia());
}
