using Microsoft.CodeAnalysis.Diagnostics;
using Sluice.Compiler.Model;

namespace Sluice.Analyzers;

/// <summary>The requirements of calls that a project has checked, as its properties say: others are of no interest to it.</summary>
/// <param name="options">The options of the project.</param>
internal sealed class CheckedRequirements(AnalyzerConfigOptions options)
{
    /// <summary>Whether a finding about a requirement is to be reported. One that is about none always is.</summary>
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
