using Microsoft.CodeAnalysis;

namespace Sluice.Generators;

/// <summary>What the generator itself reports.</summary>
internal static class GeneratorDescriptors
{
    public static readonly DiagnosticDescriptor BrokenPipeline = new(
        "SLU0100",
        "The pipeline has errors",
        "The pipeline '{0}' has {1} error(s), the first: {2}. Build with analyzers on (RunAnalyzers) to see where and how to mend them.",
        "Sluice",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Reported once for each broken pipeline where the build does not run analyzers.",
        helpLinkUri: "https://github.com/sluice-dotnet/sluice/blob/main/docs/rules/SLU0100.md",
        customTags: [WellKnownDiagnosticTags.NotConfigurable]
    );
}
