using Microsoft.CodeAnalysis;
using Sluice.Compiler.Rules;

namespace Sluice.Generators;

/// <summary>The descriptors of the diagnostics that the generator itself reports.</summary>
internal static class GeneratorDescriptors
{
    public static readonly DiagnosticDescriptor BrokenPipeline = RuleDescriptor.OfBrokenPipeline(
        "Pipeline '{0}' has {1} error(s), which a build with analyzers shows at their locations; the first is {2}: {3}",
        "Reported once for each broken pipeline if the build does not run analyzers.",
        ErrorTags.All
    );

    public static readonly DiagnosticDescriptor CompilerFault = RuleDescriptor.Of(Rule.CompilerFault);
}
