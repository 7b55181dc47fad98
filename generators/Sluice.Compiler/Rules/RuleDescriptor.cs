using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Rules;

/// <summary>Creates diagnostic descriptors.</summary>
internal static class RuleDescriptor
{
    private const string Category = "Sluice";
    private const string Pages = "https://github.com/sluice-dotnet/sluice/blob/main/docs/rules/";

    /// <summary>
    /// Returns the descriptor of a rule. An error cannot be suppressed, because a pipeline with an error cannot be
    /// compiled.
    /// </summary>
    public static DiagnosticDescriptor Of(Rule rule) =>
        Of(
            rule.Id,
            rule.Title,
            rule.Message,
            rule.Description,
            rule.IsError ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            rule.IsError ? ErrorTags.All : []
        );

    /// <summary>
    /// Returns the descriptor of an error that is reported once for each pipeline that was not compiled.
    /// </summary>
    /// <param name="message">The message, which depends on the reporter.</param>
    /// <param name="description">The description of the circumstances in which it is reported.</param>
    /// <param name="tags">The tags.</param>
    public static DiagnosticDescriptor OfBrokenPipeline(string message, string description, string[] tags) =>
        Of("SLU0100", "Pipeline is broken", message, description, DiagnosticSeverity.Error, tags);

    private static DiagnosticDescriptor Of(
        string id,
        string title,
        string message,
        string description,
        DiagnosticSeverity severity,
        string[] tags
    ) =>
        new(
            id,
            title,
            message,
            Category,
            severity,
            isEnabledByDefault: true,
            description,
            helpLinkUri: Pages + id + ".md",
            customTags: tags
        );
}
