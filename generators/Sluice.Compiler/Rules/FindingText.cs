using System.Globalization;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Rules;

/// <summary>Writes findings as messages.</summary>
internal static class FindingText
{
    /// <summary>The message of a finding.</summary>
    public static string Of(Finding finding) =>
        string.Format(CultureInfo.InvariantCulture, finding.Rule.Message, [.. finding.Arguments]);
}
