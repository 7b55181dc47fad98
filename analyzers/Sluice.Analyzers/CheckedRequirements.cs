using Microsoft.CodeAnalysis.Diagnostics;
using Sluice.Compiler.Model;

namespace Sluice.Analyzers;

/// <summary>
/// The call requirements that a project checks, according to its properties. Findings about other requirements are not
/// reported.
/// </summary>
/// <param name="options">The options of the project.</param>
internal sealed class CheckedRequirements(AnalyzerConfigOptions options)
{
    /// <summary>Whether a finding with a requirement is reported. A finding without one always is.</summary>
    public bool Contain(CallRequirement requirement) =>
        requirement switch
        {
            CallRequirement.None => true,
            CallRequirement.UnreferencedCode => IsOn("EnableTrimAnalyzer"),
            CallRequirement.DynamicCode => IsOn("EnableAotAnalyzer"),
            _ => IsOn("EnableSingleFileAnalyzer"),
        };

    private bool IsOn(string property) =>
        options.TryGetValue("build_property." + property, out var value)
        && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
