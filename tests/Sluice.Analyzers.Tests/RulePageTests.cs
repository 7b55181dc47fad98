using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Sluice.Analyzers.Tests;

public class RulePageTests
{
    public static TheoryData<string> Ids => [.. new PipelineAnalyzer().SupportedDiagnostics.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_wrong_example_breaks_exactly_this_rule_with_the_message_shown(string id)
    {
        var page = RulePage.Read(id);
        var compilation = Analysis.Compile(page.Wrong);
        Analysis.AssertCompiles(compilation);

        var diagnostic = Assert.Single(await Analysis.RunAsync(compilation));

        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(page.Message, diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_right_example_breaks_no_rule(string id) =>
        await RuleAssert.IsSilentAsync(RulePage.Read(id).Right);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_says_what_the_descriptor_says(string id)
    {
        var rule = Rule(id);
        var page = RulePage.Read(id);

        Assert.Equal($"{id}: {rule.Title}", page.Title.Replace("`", "", StringComparison.Ordinal));
        Assert.Equal(rule.DefaultSeverity.ToString(), page.Severity);
        Assert.Equal($"https://github.com/sluice-dotnet/sluice/blob/main/docs/rules/{id}.md", rule.HelpLinkUri);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_rule_is_listed_in_the_table_and_among_the_releases(string id)
    {
        var rule = Rule(id);

        Assert.Contains(
            $"\n| [{id}]({id}.md) | {(rule.DefaultSeverity == DiagnosticSeverity.Error ? "error" : "warning")} | {rule.Title} |\n",
            Repository
                .Read("docs", "rules", "README.md")
                .ReplaceLineEndings("\n")
                .Replace("`", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"\n{id} | Sluice | {rule.DefaultSeverity} | {rule.Title}",
            (
                Repository.Read("analyzers", "Sluice.Analyzers", "AnalyzerReleases.Unshipped.md")
                + "\n"
                + Repository.Read("analyzers", "Sluice.Analyzers", "AnalyzerReleases.Shipped.md")
            ).ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
    }

    private static DiagnosticDescriptor Rule(string id) =>
        new PipelineAnalyzer().SupportedDiagnostics.Single(rule =>
            string.Equals(rule.Id, id, StringComparison.Ordinal)
        );
}
