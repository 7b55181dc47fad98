using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Generators;

/// <summary>
/// Reports one error for each broken pipeline where the analyzers, which say what is wrong and where, do not: a broken pipeline
/// never builds green.
/// </summary>
internal static class BrokenPipelineReport
{
    /// <summary>The property through which the build says that the analyzers are off. Where it is unknown, they may be.</summary>
    private const string AnalyzersAreOffProperty = "build_property.SluiceAnalyzersAreOff";

    /// <summary>Adds the report to the generator.</summary>
    public static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<EmittedSource?> emitted
    )
    {
        var analyzersAreOff = context.AnalyzerConfigOptionsProvider.Select(
            static (options, _) =>
                !options.GlobalOptions.TryGetValue(AnalyzersAreOffProperty, out var value)
                || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase)
        );

        // One output for all: where the number of values varies from edit to edit, the compiler loses some of a combination.
        context.RegisterSourceOutput(
            emitted.Collect().Combine(analyzersAreOff),
            static (output, found) =>
            {
                var (sources, areOff) = found;
                foreach (var source in sources)
                {
                    if (source is { Errors.Count: > 0 } && (areOff || IsUnknownToAnalyzer(source)))
                    {
                        output.ReportDiagnostic(ToDiagnostic(source));
                    }
                }
            }
        );
    }

    // What the generator alone finds stands as a mark in what is emitted, by which the analyzer reports it in its place. Where
    // nothing is emitted there is no mark. An error of the pipeline's own the analyzer finds itself.
    private static bool IsUnknownToAnalyzer(EmittedSource source) =>
        source.Text is null && source.Errors[0].Rule == Rule.CompilerFault;

    private static Diagnostic ToDiagnostic(EmittedSource source)
    {
        var first = source.Errors[0];
        return first.Rule == Rule.CompilerFault
            ? Diagnostic.Create(GeneratorDescriptors.CompilerFault, Location.None, [.. first.Arguments])
            : Diagnostic.Create(
                GeneratorDescriptors.BrokenPipeline,
                Location.None,
                source.Pipeline,
                source.Errors.Count.ToString(CultureInfo.InvariantCulture),
                first.Rule.Id,
                FindingText.Of(first)
            );
    }
}
