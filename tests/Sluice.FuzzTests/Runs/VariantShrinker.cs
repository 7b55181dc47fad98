using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.FuzzTests.Checks;
using Sluice.FuzzTests.Programs;

namespace Sluice.FuzzTests.Runs;

/// <summary>Removes parts of a text as long as it shows the same failure.</summary>
internal sealed class VariantShrinker(FuzzProgram program, CompilerUnderTest compiler, Finding finding)
{
    private const int MostChecks = 120;

    private int _checks;

    public async Task<string> ShrinkAsync(string text)
    {
        for (var hasShrunk = true; hasShrunk && _checks < MostChecks; )
        {
            hasShrunk = false;
            var end = int.MaxValue;
            // From the end to the beginning, so that the positions of the remaining candidates do not change.
            foreach (var node in Removable(text))
            {
                if (node.Span.End > end || _checks >= MostChecks)
                {
                    continue;
                }

                var smaller = text.Remove(node.FullSpan.Start, node.FullSpan.Length);
                if (await ShowsAsync(smaller).ConfigureAwait(false))
                {
                    text = smaller;
                    end = node.FullSpan.Start;
                    hasShrunk = true;
                }
            }
        }

        return text;
    }

    private static IEnumerable<SyntaxNode> Removable(string text) =>
        ProgramCompilation
            .Parse(text, FuzzProgram.Path)
            .GetRoot()
            .DescendantNodes()
            .Where(node =>
                node
                    is MemberDeclarationSyntax
                        or AttributeListSyntax
                        or StatementSyntax
                        or BaseListSyntax
                        or TypeParameterConstraintClauseSyntax
            )
            .OrderByDescending(node => node.Span.End)
            .ThenBy(node => node.SpanStart);

    private async Task<bool> ShowsAsync(string text)
    {
        _checks++;
        using var checker = new VariantChecker(program, compiler);
        var isFix = finding.Kind is FindingKind.FixThrows or FindingKind.FixBreaksSyntax;
        return (await checker.CheckAsync(text, isThorough: isFix).ConfigureAwait(false)).Any(found =>
            found.IsLike(finding)
        );
    }
}
