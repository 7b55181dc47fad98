using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Sluice.Compiler.Rules;

namespace Sluice.CodeFixes;

/// <summary>Removes <c>[Each]</c> where there is a single value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveEachFix() : PipelineFix("SLU0032")
{
    private protected override IEnumerable<FixChange> FindChanges(FixPlace place)
    {
        if (
            place.Choices.Contains(FixChoice.Single)
            && place.Node is ParameterSyntax parameter
            && parameter
                .AttributeLists.SelectMany(list => list.Attributes)
                .FirstOrDefault(attribute => SluiceNames.Is(attribute, SluiceNames.Each, place.Model))
                is { } each
        )
        {
            var without = SyntaxGenerator
                .GetGenerator(place.Document)
                .RemoveNode(place.Root, each, SyntaxRemoveOptions.KeepExteriorTrivia);
            yield return new FixChange("Remove [Each]", nameof(RemoveEachFix), _ => place.With(without));
        }
    }
}
