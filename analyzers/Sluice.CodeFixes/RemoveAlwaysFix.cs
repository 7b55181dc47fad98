using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.CodeFixes;

/// <summary>Removes <c>Always</c> from the <c>[Stage]</c> attribute of a stage that has an output.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveAlwaysFix() : PipelineFix("SLU0059")
{
    private const string Always = "Always";

    private protected override IEnumerable<FixChange> FindChanges(FixPlace place)
    {
        if (
            place.Node is MethodDeclarationSyntax method
            && method
                .AttributeLists.SelectMany(list => list.Attributes)
                .FirstOrDefault(attribute => SluiceNames.Is(attribute, SluiceNames.Stage, place.Model))
                is { ArgumentList: { } arguments } stage
            && arguments.Arguments.FirstOrDefault(IsAlways) is { } always
        )
        {
            var without =
                arguments.Arguments.Count == 1
                    ? stage.WithArgumentList(null)
                    : stage.WithArgumentList(arguments.WithArguments(Without(arguments.Arguments, always)));
            yield return new FixChange(
                $"Remove {Always}",
                nameof(RemoveAlwaysFix),
                _ => place.With(place.Root.ReplaceNode(stage, without.WithTriviaFrom(stage)))
            );
        }
    }

    private static bool IsAlways(AttributeArgumentSyntax argument) =>
        string.Equals(argument.NameEquals?.Name.Identifier.ValueText, Always, StringComparison.Ordinal);

    // The argument that follows the first takes over its leading trivia.
    private static SeparatedSyntaxList<AttributeArgumentSyntax> Without(
        SeparatedSyntaxList<AttributeArgumentSyntax> arguments,
        AttributeArgumentSyntax always
    )
    {
        var isFirst = arguments.IndexOf(always) == 0;
        var others = arguments.Remove(always);
        return isFirst ? others.Replace(others[0], others[0].WithLeadingTrivia(always.GetLeadingTrivia())) : others;
    }
}
