using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Sluice.Analyzers.Tests;

public partial class RulePageTests
{
    // No code that a page could show makes the compiler fail, and the page of SLU0100 needs a build without analyzers.
    private static readonly string[] s_withoutExample = ["SLU0050", "SLU0100"];

    public static TheoryData<string> Ids => [.. new PipelineAnalyzer().SupportedDiagnostics.Select(rule => rule.Id)];

    public static TheoryData<string> IdsWithExample =>
        [.. new PipelineAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Except(s_withoutExample)];

    [Theory]
    [MemberData(nameof(IdsWithExample))]
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
    [MemberData(nameof(IdsWithExample))]
    public async Task The_right_example_breaks_no_rule(string id) =>
        await RuleAssert.IsSilentAsync(RulePage.Read(id).Right);

    [Theory]
    [MemberData(nameof(IdsWithExample))]
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
            File.ReadAllText(Repository.PathOf("docs", "rules", "README.md"))
                .ReplaceLineEndings("\n")
                .Replace("`", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"\n{id} | Sluice | {rule.DefaultSeverity} | {rule.Title}",
            (
                File.ReadAllText(Repository.PathOf("analyzers", "Sluice.Analyzers", "AnalyzerReleases.Unshipped.md"))
                + "\n"
                + File.ReadAllText(Repository.PathOf("analyzers", "Sluice.Analyzers", "AnalyzerReleases.Shipped.md"))
            ).ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_table_lists_the_pages_that_there_are_and_no_others() =>
        Assert.Equal(
            Directory
                .EnumerateFiles(Repository.PathOf("docs", "rules"), "SLU*.md")
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
            TableRow
                .Matches(File.ReadAllText(Repository.PathOf("docs", "rules", "README.md")))
                .Select(row => row.Groups["page"].Value)
        );

    [Fact]
    public void The_next_release_lists_its_rules_in_their_order()
    {
        var ids = ReleaseRow
            .Matches(
                File.ReadAllText(Repository.PathOf("analyzers", "Sluice.Analyzers", "AnalyzerReleases.Unshipped.md"))
            )
            .Select(row => row.Value)
            .ToList();

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    private static DiagnosticDescriptor Rule(string id) =>
        new PipelineAnalyzer().SupportedDiagnostics.Single(rule =>
            string.Equals(rule.Id, id, StringComparison.Ordinal)
        );

    [GeneratedRegex(@"^\| \[SLU\d{4}\]\((?<page>[^)]+)\)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TableRow { get; }

    [GeneratedRegex(@"^SLU\d{4}", RegexOptions.Multiline)]
    private static partial Regex ReleaseRow { get; }
}
