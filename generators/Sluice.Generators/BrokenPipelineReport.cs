using Microsoft.CodeAnalysis;
using Sluice.Compiler.Rules;

namespace Sluice.Generators;

/// <summary>
/// Reports one error for each broken pipeline if the analyzers are off. Otherwise the analyzers report what is wrong and where. A
/// broken pipeline never builds without an error.
/// </summary>
internal static class BrokenPipelineReport
{
    /// <summary>
    /// The property by which the build says that the analyzers are off. If it is missing, the analyzers are assumed to be off.
    /// </summary>
    private const string AnalyzersAreOffProperty = "build_property.SluiceAnalyzersAreOff";

    /// <summary>Registers the report with the generator.</summary>
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

        // A single output handles all pipelines. If the number of values varies from edit to edit, the compiler loses some values of a
        // combined provider.
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

    // A fault that only the generator finds is marked in the emitted source, and the analyzer reports it at that mark. Without
    // emitted source there is no mark. The analyzer itself finds the other errors of a pipeline.
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
