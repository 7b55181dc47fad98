using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Sluice.FuzzTests.Programs;

namespace Sluice.FuzzTests.Checks;

/// <summary>Applies each code fix that is offered for a variant.</summary>
internal sealed class FixChecker(FuzzProgram program, CompilerUnderTest compiler) : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private Document? _document;

    public void Dispose() => _workspace.Dispose();

    /// <summary>Whether there is a code fix for any reported diagnostic in a file.</summary>
    public bool CanMend(ImmutableArray<Diagnostic> reported, SyntaxTree file) =>
        reported.Any(found =>
            found.Location.SourceTree == file && compiler.Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(found.Id))
        );

    /// <summary>Checks a variant.</summary>
    public async Task<ImmutableArray<Finding>> CheckAsync(string text)
    {
        _document ??= Open();
        var document = _document.WithText(SourceText.From(text));
        var tree = (await document.GetSyntaxTreeAsync().ConfigureAwait(false))!;
        var isWellFormed = !HasErrors(tree);
        var compilation = (await document.Project.GetCompilationAsync().ConfigureAwait(false))!;
        var analysis = await Analysis.OfFileAsync(compilation, tree, compiler.Analyzer).ConfigureAwait(false);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var diagnostic in analysis.Reported.Where(found => found.Location.SourceTree == tree))
        {
            foreach (var fix in compiler.Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                try
                {
                    var broken = await ApplyAsync(fix, document, diagnostic).ConfigureAwait(false);
                    if (isWellFormed && broken is not null)
                    {
                        findings.Add(
                            new Finding(FindingKind.FixBreaksSyntax, $"{fix.GetType().Name} {diagnostic.Id}", broken)
                        );
                    }
                }
                catch (Exception exception) when (exception is not OutOfMemoryException)
                {
                    findings.Add(Finding.Of(FindingKind.FixThrows, exception));
                }
            }
        }

        return findings.ToImmutable();
    }

    // Returns the first resulting text that cannot be parsed, or null.
    private static async Task<string?> ApplyAsync(CodeFixProvider fix, Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(
                new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None)
            )
            .ConfigureAwait(false);
        string? broken = null;
        foreach (var action in actions)
        {
            foreach (var operation in await action.GetOperationsAsync(CancellationToken.None).ConfigureAwait(false))
            {
                if (operation is ApplyChangesOperation { ChangedSolution: var changed })
                {
                    var tree = await changed.GetDocument(document.Id)!.GetSyntaxTreeAsync().ConfigureAwait(false);
                    broken ??= HasErrors(tree!) ? $"{action.Title}\n{diagnostic}\n{tree}" : null;
                }
            }
        }

        return broken;
    }

    private static bool HasErrors(SyntaxTree tree) =>
        tree.GetDiagnostics().Any(found => found.Severity == DiagnosticSeverity.Error);

    private Document Open()
    {
        var surroundings = program.Surroundings;
        var project = _workspace
            .AddProject("UserProject", LanguageNames.CSharp)
            .WithMetadataReferences(surroundings.References)
            .WithCompilationOptions(surroundings.Options)
            .WithParseOptions(ProgramCompilation.ParseOptions);
        foreach (var tree in surroundings.SyntaxTrees)
        {
            project = project.AddDocument(tree.FilePath, tree.GetText()).Project;
        }

        return project.AddDocument(FuzzProgram.Path, program.Text);
    }
}
