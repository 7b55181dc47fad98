using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Sluice.CodeFixes;

/// <summary>
/// The base of all fixes. A fix corrects one mistake in one document and may offer several ways to do so.
/// </summary>
public abstract class PipelineFix : CodeFixProvider
{
    private protected PipelineFix(params string[] ids) => FixableDiagnosticIds = ids.ToImmutableArray();

    /// <inheritdoc />
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan);
            foreach (var change in FindChanges(new FixPlace(document, diagnostic, model, root, node)))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(change.Title, change.ApplyAsync, $"{diagnostic.Id}: {change.Kind}"),
                    diagnostic
                );
            }
        }
    }

    /// <summary>Returns the changes that correct the mistake at a place.</summary>
    private protected abstract IEnumerable<FixChange> FindChanges(FixPlace place);
}
