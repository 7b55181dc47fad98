using Microsoft.CodeAnalysis;

namespace Sluice.Analyzers.Tests;

/// <summary>
/// The files that list the rules are generated from the table of rules. If a file differs, the expected content is written next to it
/// as <c>*.received.md</c>; accept it by renaming.
/// </summary>
public class RuleFileTests
{
    private const string PageUrl = "https://github.com/sluice-dotnet/sluice/blob/main/docs/rules/";

    private static IEnumerable<DiagnosticDescriptor> Rules =>
        new PipelineAnalyzer()
            .SupportedDiagnostics.DistinctBy(rule => rule.Id)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal);

    [Fact]
    public void The_index_of_pages_lists_the_rules()
    {
        var path = Repository.PathOf("docs", "rules", "README.md");
        var lines = File.ReadAllLines(path);
        var introduction = lines.TakeWhile(line => !line.StartsWith("| rule |", StringComparison.Ordinal));
        AssertIs(
            path,
            [.. introduction, "| rule | severity | what it says |", "| --- | --- | --- |", .. Rules.Select(IndexRow)]
        );
    }

    [Fact]
    public void The_next_release_lists_the_rules_that_none_has_shipped()
    {
        var shipped = File.ReadAllText(Release("Shipped"));
        AssertIs(
            Release("Unshipped"),
            [
                "### New Rules",
                "",
                "Rule ID | Category | Severity | Notes",
                "--------|----------|----------|--------------------",
                .. Rules.Where(rule => !shipped.Contains(rule.Id + " |", StringComparison.Ordinal)).Select(ReleaseRow),
            ]
        );
    }

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() =>
        Assert.Equal(
            Rules.Select(rule => rule.Id),
            Directory
                .EnumerateFiles(Repository.PathOf("docs", "rules"), "SLU*.md")
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .Order(StringComparer.Ordinal)
        );

    private static string Release(string name) =>
        Repository.PathOf("analyzers", "Sluice.Analyzers", $"AnalyzerReleases.{name}.md");

    private static string IndexRow(DiagnosticDescriptor rule)
    {
        var severity = rule.DefaultSeverity == DiagnosticSeverity.Error ? "error" : "warning";
        return $"| [{rule.Id}]({rule.Id}.md) | {severity} | {RulePage.TitleOf(rule)} |";
    }

    private static string ReleaseRow(DiagnosticDescriptor rule) =>
        $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}, [page]({PageUrl}{rule.Id}.md)";

    private static void AssertIs(string path, IEnumerable<string> lines)
    {
        var expected = string.Join('\n', lines) + "\n";
        var received = Path.ChangeExtension(path, ".received.md");
        if (File.ReadAllText(path).ReplaceLineEndings("\n") == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, expected);
        Assert.Fail($"'{path}' is not what the table of rules says. Accept '{received}' by renaming it.");
    }
}
