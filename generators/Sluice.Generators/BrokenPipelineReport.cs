using Microsoft.CodeAnalysis;
using Sluice.Compiler.Plan;
using Sluice.Compiler.Rules;

namespace Sluice.Generators;

/// <summary>
/// Reports one error for each broken pipeline where the analyzers, which say what is wrong and where, do not run: a broken pipeline
/// never builds green.
/// </summary>
internal static class BrokenPipelineReport
{
    /// <summary>The property through which the build says that the analyzers are off. Where it is unknown, they may be.</summary>
    private const string AnalyzersAreOffProperty = "build_property.SluiceAnalyzersAreOff";

    /// <summary>Adds the report to the generator.</summary>
    public static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<PlannedPipeline> pipelines
    )
    {
        var analyzersAreOff = context.AnalyzerConfigOptionsProvider.Select(
            static (options, _) =>
                !options.GlobalOptions.TryGetValue(AnalyzersAreOffProperty, out var value)
                || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase)
        );
        var broken = pipelines.Where(static pipeline => pipeline.Errors.Count > 0).Combine(analyzersAreOff);
        context.RegisterSourceOutput(
            broken,
            static (output, found) =>
            {
                var (pipeline, isOff) = found;
                if (isOff)
                {
                    output.ReportDiagnostic(
                        Diagnostic.Create(
                            GeneratorDescriptors.BrokenPipeline,
                            Location.None,
                            pipeline.Model.Name,
                            pipeline.Errors.Count.ToString(CultureInfo.InvariantCulture),
                            FindingText.Id(pipeline.Errors[0].Rule),
                            FindingText.Of(pipeline.Errors[0])
                        )
                    );
                }
            }
        );
    }
}
