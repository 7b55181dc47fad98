using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using Sluice.Compiler.Rules;

namespace Sluice.CodeFixes;

/// <summary>Takes all results of a stage that runs for each element as a list, or one after the other.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SingleResultFix() : PipelineFix("SLU0033")
{
    private protected override IEnumerable<FixChange> FindChanges(FixPlace place)
    {
        var parameter = place.Parameter;
        if (place.Choices.Contains(FixChoice.List) && (parameter?.Type ?? place.OutputType()) is { } type)
        {
            var list = SluiceNames.Generic("System.Collections.Generic.IReadOnlyList", type);
            yield return new FixChange(
                $"{(parameter is null ? "Declare it as" : "Take")} 'IReadOnlyList<{type.WithoutTrivia()}>'",
                FixChoice.List,
                _ => place.With(place.Root.ReplaceNode(type, list))
            );
        }

        if (place.Choices.Contains(FixChoice.Each) && parameter is not null)
        {
            var each = SyntaxGenerator
                .GetGenerator(place.Document)
                .AddAttributes(parameter, SluiceNames.Attribute(SluiceNames.Each));
            yield return new FixChange(
                "Take one at a time with [Each]",
                FixChoice.Each,
                _ => place.With(place.Root.ReplaceNode(parameter, each))
            );
        }
    }
}
