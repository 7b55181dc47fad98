using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Sluice.FuzzTests.Checks;

/// <summary>Runs the analyzer.</summary>
internal static class Analysis
{
    private static readonly CompilationWithAnalyzersOptions _options = new(
        new AnalyzerOptions([], AnalyzersAreOn.Instance),
        onAnalyzerException: null,
        concurrentAnalysis: false,
        logAnalyzerExecutionTime: false
    );

    /// <summary>What the analyzer reports. That it failed is among it.</summary>
    public static Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation, DiagnosticAnalyzer analyzer) =>
        new CompilationWithAnalyzers(compilation, [analyzer], _options).GetAnalyzerDiagnosticsAsync();

    /// <summary>The failures among what was reported.</summary>
    public static IEnumerable<Finding> Failures(ImmutableArray<Diagnostic> reported) =>
        reported
            .Where(diagnostic => !diagnostic.Id.StartsWith("SLU", StringComparison.Ordinal))
            .Select(diagnostic =>
                Finding.Of(
                    FindingKind.AnalyzerThrows,
                    diagnostic.Id,
                    diagnostic.Descriptor.Description.ToString(CultureInfo.InvariantCulture)
                )
            );
}
