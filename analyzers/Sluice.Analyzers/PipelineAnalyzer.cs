using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Sluice.Compiler.Bind;
using Sluice.Compiler.Parse;

namespace Sluice.Analyzers;

/// <summary>Reports what is wrong with pipelines, by the same steps that the generator compiles them with.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PipelineAnalyzer : DiagnosticAnalyzer
{
    private const string PipelineAttribute = "Sluice.PipelineAttribute";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        if (context is null)
        {
            throw new ArgumentNullException(nameof(context));
        }

        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (!start.Compilation.GetTypesByMetadataName(PipelineAttribute).IsEmpty)
            {
                start.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
                start.RegisterSyntaxNodeAction(StrayAttributeReport.Report, StrayAttributeReport.Declarations);
            }
        });
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.Has(AttributeExtensions.Pipeline))
        {
            StrayAttributeReport.Report(context, type);
            return;
        }

        var parsed = PipelineParser.Parse(type, context.Compilation, context.CancellationToken);
        var bound = PipelineBinder.Bind(parsed.Model);
        if (bound.Findings.Count == 0)
        {
            return;
        }

        var locations = new FindingLocations(
            parsed.Symbols,
            parsed.Model,
            context.Compilation,
            context.CancellationToken
        );
        foreach (var finding in bound.Findings)
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.Of(finding.Rule),
                    locations.Primary(finding),
                    locations.Further(finding),
                    FindingProperties.Of(finding),
                    [.. finding.Arguments]
                )
            );
        }
    }
}
