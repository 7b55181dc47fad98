using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Sluice.CodeFixes;

/// <summary>Declares an output that may be absent as <c>Optional&lt;T&gt;</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OptionalOutputFix() : PipelineFix("SLU0026")
{
    private protected override IEnumerable<FixChange> FindChanges(FixPlace place)
    {
        if (place.OutputType() is { } type)
        {
            yield return new FixChange(
                $"Declare it as 'Optional<{type.WithoutTrivia()}>'",
                nameof(OptionalOutputFix),
                _ => place.With(place.Root.ReplaceNode(type, SluiceNames.Generic("Sluice.Optional", type)))
            );
        }
    }
}
