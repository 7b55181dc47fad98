using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Sluice.Compiler.Parse;

namespace Sluice.Analyzers;

/// <summary>Reports the faults of pipelines. It runs the same steps as the generator.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PipelineAnalyzer : DiagnosticAnalyzer
{
    private const string PipelineAttribute = "Sluice.PipelineAttribute";

    private readonly PipelineDiagnostics _diagnostics;

    /// <summary>Creates the analyzer.</summary>
    public PipelineAnalyzer()
        : this(new PipelineDiagnostics()) { }

    internal PipelineAnalyzer(PipelineDiagnostics diagnostics) => _diagnostics = diagnostics;

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Descriptors.All.Add(Descriptors.NeedsOtherGenerator);

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        if (context is null)
        {
            throw new ArgumentNullException(nameof(context));
        }

        context.EnableConcurrentExecution();

        // A pipeline in a generated file is compiled like any other, so its errors are reported as well.
        context.ConfigureGeneratedCodeAnalysis(
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics
        );
        context.RegisterCompilationStartAction(start =>
        {
            if (!start.Compilation.GetTypesByMetadataName(PipelineAttribute).IsEmpty)
            {
                var marks = new ConcurrentQueue<Diagnostic>();
                start.RegisterSymbolAction(symbol => AnalyzeType(symbol, marks), SymbolKind.NamedType);
                start.RegisterSyntaxNodeAction(StrayAttributeReport.Report, StrayAttributeReport.Declarations);

                // Reported only at the end of a build, which uses emitted files that match the source. In an editor
                // they may be outdated.
                start.RegisterCompilationEndAction(end =>
                {
                    foreach (var mark in marks)
                    {
                        end.ReportDiagnostic(mark);
                    }
                });
            }
        });
    }

    private void AnalyzeType(SymbolAnalysisContext context, ConcurrentQueue<Diagnostic> marks)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.Has(AttributeExtensions.Pipeline))
        {
            StrayAttributeReport.Report(context, type);
            return;
        }

        var requirements = new CheckedRequirements(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        var found = _diagnostics.Of(type, context.Compilation, requirements, context.CancellationToken);
        foreach (var diagnostic in found.Diagnostics)
        {
            // Generated files are not edited, so warnings in them are not useful.
            if (diagnostic.Severity == DiagnosticSeverity.Error || !context.IsGeneratedCode)
            {
                context.ReportDiagnostic(diagnostic);
            }
        }

        if (!found.IsBroken && BrokenMark.Read(type) is { } mark)
        {
            marks.Enqueue(mark);
        }
    }
}
