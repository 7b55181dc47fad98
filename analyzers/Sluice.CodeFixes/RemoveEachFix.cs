using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Compiler.Rules;

namespace Sluice.CodeFixes;

/// <summary>Removes <c>[Each]</c> from a parameter whose producer provides a single value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveEachFix() : PipelineFix("SLU0032")
{
    private protected override IEnumerable<FixChange> FindChanges(FixPlace place)
    {
        if (
            place.Choices.Contains(FixChoice.Single)
            && place.Parameter is { } parameter
            && parameter
                .AttributeLists.SelectMany(list => list.Attributes)
                .FirstOrDefault(attribute => SluiceNames.Is(attribute, SluiceNames.Each, place.Model))
                is { } each
        )
        {
            var without = Without(parameter, each);
            yield return new FixChange(
                "Remove [Each]",
                nameof(RemoveEachFix),
                _ => place.With(place.Root.ReplaceNode(parameter, without))
            );
        }
    }

    // Keeps the leading trivia for the new first token.
    private static ParameterSyntax Without(ParameterSyntax parameter, AttributeSyntax each)
    {
        var list = (AttributeListSyntax)each.Parent!;
        var lists =
            list.Attributes.Count == 1
                ? parameter.AttributeLists.Remove(list)
                : parameter.AttributeLists.Replace(list, list.WithAttributes(list.Attributes.Remove(each)));
        return parameter.WithAttributeLists(lists).WithLeadingTrivia(parameter.GetLeadingTrivia());
    }
}
