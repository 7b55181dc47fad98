using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Sluice.Analyzers.Tests.Fixes;

/// <summary>Asserts which code fixes are offered and how they change the source.</summary>
internal static class FixAssert
{
    /// <summary>
    /// Asserts that the code fix with the given title fixes the first diagnostic of its rule, and that the source then is as
    /// expected, compiles, and has neither such a diagnostic nor an error in its place.
    /// </summary>
    public static async Task MendsAsync(CodeFixProvider fix, string title, string source, string expected)
    {
        using var workspace = new AdhocWorkspace();
        var document = Analysis.Open(workspace, source);
        var action = Assert.Single(await OffersAsync(fix, document), action => action.Title == title);

        var mended = await ApplyAsync(action, document);

        await AssertMendedAsync(fix, mended, expected);
    }

    /// <summary>Asserts the same for all diagnostics of the rule at once.</summary>
    public static async Task MendsAllAsync(CodeFixProvider fix, string title, string source, string expected)
    {
        using var workspace = new AdhocWorkspace();
        var document = Analysis.Open(workspace, source);
        var action = Assert.Single(await OffersAsync(fix, document), action => action.Title == title);
        var context = new FixAllContext(
            document,
            fix,
            FixAllScope.Document,
            action.EquivalenceKey!,
            fix.FixableDiagnosticIds,
            new FoundDiagnostics(await FindAsync(fix, document)),
            CancellationToken.None
        );

        var all = await fix.GetFixAllProvider()!.GetFixAsync(context);

        await AssertMendedAsync(fix, await ApplyAsync(all!, document), expected);
    }

    /// <summary>Asserts which code fixes are offered for the first diagnostic of the rule.</summary>
    public static async Task OffersAsync(CodeFixProvider fix, string[] titles, string source)
    {
        using var workspace = new AdhocWorkspace();

        Assert.Equal(titles, (await OffersAsync(fix, Analysis.Open(workspace, source))).Select(action => action.Title));
    }

    private static async Task<List<CodeAction>> OffersAsync(CodeFixProvider fix, Document document)
    {
        using var culture = HostileCulture.Enter();
        var actions = new List<CodeAction>();
        var found = await FindAsync(fix, document);
        Assert.NotEmpty(found);
        await fix.RegisterCodeFixesAsync(
            new CodeFixContext(document, found[0], (action, _) => actions.Add(action), CancellationToken.None)
        );
        return actions;
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(CodeFixProvider fix, Document document)
    {
        var compilation = await document.Project.GetCompilationAsync();
        return
        [
            .. (await Analysis.RunAsync(compilation!)).Where(diagnostic =>
                fix.FixableDiagnosticIds.Contains(diagnostic.Id)
            ),
        ];
    }

    private static async Task<Document> ApplyAsync(CodeAction action, Document document)
    {
        using var culture = HostileCulture.Enter();
        var operation = Assert.Single(
            (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>()
        );
        return operation.ChangedSolution.GetDocument(document.Id)!;
    }

    private static async Task AssertMendedAsync(CodeFixProvider fix, Document mended, string expected)
    {
        Assert.Equal(
            expected.ReplaceLineEndings("\n"),
            (await mended.GetTextAsync()).ToString().ReplaceLineEndings("\n")
        );
        var compilation = await mended.Project.GetCompilationAsync();
        Analysis.AssertCompiles(compilation!);
        Assert.DoesNotContain(
            await Analysis.RunAsync(compilation!),
            diagnostic =>
                fix.FixableDiagnosticIds.Contains(diagnostic.Id) || diagnostic.Severity == DiagnosticSeverity.Error
        );
    }

    private sealed class FoundDiagnostics(ImmutableArray<Diagnostic> found) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(
            Project project,
            CancellationToken token
        ) => Task.FromResult<IEnumerable<Diagnostic>>(found);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document,
            CancellationToken token
        ) => Task.FromResult<IEnumerable<Diagnostic>>(found);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(
            Project project,
            CancellationToken token
        ) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
