using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.FuzzTests.Harness;

/// <summary>A code fix that throws, or replaces the text of a file by nothing or by invalid C#.</summary>
internal sealed class MistakenFix(Mistake mistake) : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [MistakenAnalyzer.Id];

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (mistake == Mistake.FixThrows)
        {
            throw new InvalidOperationException("mistaken");
        }

        var text = SourceText.From(mistake == Mistake.FixBreaksSyntax ? "class" : "");
        context.RegisterCodeFix(
            CodeAction.Create("Mend", _ => Task.FromResult(context.Document.WithText(text)), "Mend"),
            context.Diagnostics
        );
        return Task.CompletedTask;
    }
}
