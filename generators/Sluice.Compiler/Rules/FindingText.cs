using System.Globalization;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Rules;

/// <summary>Formats the messages of findings.</summary>
internal static class FindingText
{
    /// <summary>Returns the message of a finding.</summary>
    public static string Of(Finding finding) =>
        string.Format(CultureInfo.InvariantCulture, finding.Rule.Message, [.. finding.Arguments]);
}
