using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Sluice.Analyzers.Tests;

/// <summary>The parts of a page in <c>docs/rules</c>.</summary>
internal sealed partial record RulePage(string Title, string Severity, string Wrong, string Message, string Right)
{
    /// <summary>The title of a rule as pages write it, with attributes and type arguments formatted as code.</summary>
    public static string TitleOf(DiagnosticDescriptor rule) =>
        Code.Replace(rule.Title.ToString(CultureInfo.InvariantCulture), "`$0`");

    public static RulePage Read(string id)
    {
        var match = Form.Match(
            File.ReadAllText(Repository.PathOf("docs", "rules", id + ".md")).ReplaceLineEndings("\n")
        );
        Assert.True(match.Success, $"The page of {id} has not the form that all have.");
        return new RulePage(
            match.Groups["title"].Value,
            match.Groups["severity"].Value,
            match.Groups["wrong"].Value,
            match.Groups["message"].Value,
            match.Groups["right"].Value
        );
    }

    [GeneratedRegex(@"\[\w+\]")]
    private static partial Regex Code { get; }

    [GeneratedRegex(
        """
            \A\#[ ](?<title>[^\n]+)\n\n(?<severity>Error|Warning)\n\n\#\#[ ]Problem\n\n.+?\n\n
            \#\#[ ]Wrong\n\n```csharp\n(?<wrong>.+?)\n```\n\n```text\n(?<message>[^\n]+)\n```\n\n
            \#\#[ ]Right\n\n```csharp\n(?<right>.+?)\n```\n\n\#\#[ ]Why\n\n.+\n\z
            """,
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Form { get; }
}
