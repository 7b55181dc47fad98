using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Sluice.FuzzTests.Harness;

/// <summary>An analyzer that reports a warning for each class, or throws.</summary>
#pragma warning disable RS1001, RS1036, RS2008, RS1041, RS1038 // The tests call it, not a host.
internal sealed class MistakenAnalyzer(Mistake mistake) : DiagnosticAnalyzer
{
    /// <summary>The id of the rule that it reports.</summary>
    public const string Id = "SLU9999";

    private static readonly DiagnosticDescriptor MistakenRule = new(
        Id,
        "A",
        "A",
        "A",
        DiagnosticSeverity.Warning,
        true
    );

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [MistakenRule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private void Analyze(SymbolAnalysisContext context)
    {
        if (mistake == Mistake.AnalyzerThrows)
        {
            throw new InvalidOperationException("mistaken");
        }

        context.ReportDiagnostic(Diagnostic.Create(MistakenRule, context.Symbol.Locations[0]));
    }
}
