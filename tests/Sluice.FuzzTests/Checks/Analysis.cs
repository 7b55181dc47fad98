using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Sluice.FuzzTests.Checks;

/// <summary>The result of an analyzer run.</summary>
/// <param name="Reported">The diagnostics that the analyzer reported.</param>
/// <param name="Failures">The exceptions that the analyzer threw.</param>
/// <param name="Compilation">The compilation that was analyzed. It caches what the analysis computed, which a copy would compute
/// again.</param>
internal sealed record Analysis(
    ImmutableArray<Diagnostic> Reported,
    ImmutableArray<Finding> Failures,
    Compilation Compilation
)
{
    /// <summary>Analyzes all files.</summary>
    public static Task<Analysis> OfAllAsync(Compilation compilation, DiagnosticAnalyzer analyzer) =>
        RunAsync(compilation, analyzer, static analysis => analysis.GetAnalyzerDiagnosticsAsync());

    /// <summary>Analyzes one file, as an editor does, which takes a fraction of the time.</summary>
    public static Task<Analysis> OfFileAsync(Compilation compilation, SyntaxTree file, DiagnosticAnalyzer analyzer) =>
        RunAsync(
            compilation,
            analyzer,
            async analysis =>
            {
                var model = compilation.GetSemanticModel(file);
                var result = await analysis.GetAnalysisResultAsync(model, null, default).ConfigureAwait(false);
                return result.GetAllDiagnostics();
            }
        );

    /// <summary>
    /// The exceptions that the compiler caught and reported as an error of the pipeline. For users they are errors; here they are
    /// bugs.
    /// </summary>
    public static IEnumerable<Finding> KeptFailures(IEnumerable<Diagnostic> reported) =>
        reported
            .Where(static diagnostic => diagnostic.Id == "SLU0050")
            .Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))
            .Select(static message => new Finding(FindingKind.CompilerFault, message.Split('\n')[0], message));

    private static async Task<Analysis> RunAsync(
        Compilation compilation,
        DiagnosticAnalyzer analyzer,
        Func<CompilationWithAnalyzers, Task<ImmutableArray<Diagnostic>>> analyze
    )
    {
        var failures = ImmutableArray.CreateBuilder<Finding>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], AnalyzersAreOn.Instance),
            (exception, _, _) => failures.Add(Finding.Of(FindingKind.AnalyzerThrows, exception)),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false
        );
        var analysis = new CompilationWithAnalyzers(compilation, [analyzer], options);
        var reported = await analyze(analysis).ConfigureAwait(false);
        return new Analysis(reported, failures.ToImmutable(), analysis.Compilation);
    }
}
