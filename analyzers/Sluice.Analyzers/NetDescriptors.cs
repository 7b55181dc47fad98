using Microsoft.CodeAnalysis;
using Sluice.Compiler.Rules;

namespace Sluice.Analyzers;

/// <summary>The errors that are no mistakes in a pipeline, by which one that was not compiled fails the build all the same.</summary>
internal static class NetDescriptors
{
    public static readonly DiagnosticDescriptor CompilerFault = new(
        "SLU0050",
        "Sluice failed to compile a pipeline",
        RuleMessages.CompilerFault,
        Descriptors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A step of the compiler threw an exception. It is a fault of Sluice; the other pipelines are compiled.",
        helpLinkUri: Descriptors.HelpLink + "SLU0050.md",
        customTags: ErrorTags.All
    );

    public static readonly DiagnosticDescriptor NeedsOtherGenerator = new(
        "SLU0100",
        "Pipeline is broken",
        RuleMessages.NeedsOtherGenerator,
        Descriptors.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The pipeline has an error where it is compiled, which is without the output of other generators, and none where that is seen.",
        helpLinkUri: Descriptors.HelpLink + "SLU0100.md",
        customTags: ErrorTags.AtEnd
    );
}
