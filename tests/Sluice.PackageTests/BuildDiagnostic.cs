using System.Text.RegularExpressions;

namespace Sluice.PackageTests;

/// <summary>A warning or an error that a build printed.</summary>
internal sealed partial record BuildDiagnostic(string File, string Severity, string Id, string Message)
{
    /// <summary>Reads the output of a build. A build prints each diagnostic when it occurs and again at the end.</summary>
    public static IEnumerable<BuildDiagnostic> Read(string output) =>
        Line()
            .Matches(output)
            .Select(line => new BuildDiagnostic(
                Path.GetFileName(line.Groups["file"].Value),
                line.Groups["severity"].Value,
                line.Groups["id"].Value,
                line.Groups["message"].Value
            ))
            .Distinct();

    [GeneratedRegex(
        @"^\s*(?<file>[^\r\n(:]+?)\s*(\([0-9,]+\))?\s*: (?<severity>error|warning) (?<id>[A-Z]+[0-9]+): (?<message>[^\r\n]*)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Line();
}
