using Microsoft.CodeAnalysis;
using Sluice.Compiler.Parse;
using Sluice.Compiler.Rules;

namespace Sluice.Analyzers;

/// <summary>
/// Reads the marker that the generator leaves on a pipeline that it could not compile. The generator sees only the
/// source. The analyzer also sees the output of other generators, but runs only Parse and Bind. Either may therefore
/// find an error that the other does not.
/// </summary>
internal static class BrokenMark
{
    /// <summary>Returns the generator's error, or <see langword="null"/> if the pipeline was compiled.</summary>
    public static Diagnostic? Read(INamedTypeSymbol pipeline)
    {
        if (
            pipeline.FindBrokenMark() is not { } mark
            || mark.Argument(0)?.Value is not string rule
            || mark.Argument(1)?.Value is not string finding
        )
        {
            return null;
        }

        var location = PipelineLocation.Of(pipeline);
        return rule == Rule.CompilerFault.Id
            ? Fault(finding, location)
            : Diagnostic.Create(Descriptors.NeedsOtherGenerator, location, TypeNames.Full(pipeline), rule, finding);
    }

    // The message is complete and is used instead of the rule's message format.
    private static Diagnostic Fault(string message, Location location)
    {
        var rule = Descriptors.Of(Rule.CompilerFault);
        return Diagnostic.Create(
            rule.Id,
            rule.Category,
            message,
            rule.DefaultSeverity,
            rule.DefaultSeverity,
            rule.IsEnabledByDefault,
            warningLevel: 0,
            rule.Title,
            rule.Description,
            rule.HelpLinkUri,
            location,
            customTags: rule.CustomTags
        );
    }
}
