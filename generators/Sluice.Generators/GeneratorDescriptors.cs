using Microsoft.CodeAnalysis;
using Sluice.Compiler.Rules;

namespace Sluice.Generators;

/// <summary>What the generator itself reports.</summary>
internal static class GeneratorDescriptors
{
    public static readonly DiagnosticDescriptor BrokenPipeline = new(
        "SLU0100",
        "Pipeline is broken",
        "Pipeline '{0}' has {1} error(s), which a build with analyzers shows in their places, the first of them {2}: {3}",
        "Sluice",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Reported once for each broken pipeline where the build does not run analyzers.",
        helpLinkUri: "https://github.com/sluice-dotnet/sluice/blob/main/docs/rules/SLU0100.md",
        customTags: ErrorTags.All
    );

    public static readonly DiagnosticDescriptor CompilerFault = new(
        "SLU0050",
        "Sluice failed to compile a pipeline",
        RuleMessages.CompilerFault,
        "Sluice",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A step of the compiler threw an exception. It is a fault of Sluice; the other pipelines are compiled.",
        helpLinkUri: "https://github.com/sluice-dotnet/sluice/blob/main/docs/rules/SLU0050.md",
        customTags: ErrorTags.All
    );
}
