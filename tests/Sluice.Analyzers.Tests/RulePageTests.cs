using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Sluice.Analyzers.Tests;

public class RulePageTests
{
    // No example on a page can make the compiler fail, and SLU0100 is reported only by a build without analyzers.
    private static readonly string[] RulesWithoutExample = ["SLU0050", "SLU0100"];

    public static TheoryData<string> IdsWithExample =>
        [.. new PipelineAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Except(RulesWithoutExample)];

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

        Assert.Equal($"{id}: {RulePage.TitleOf(rule)}", page.Title);
        Assert.Equal(rule.DefaultSeverity.ToString(), page.Severity);
        Assert.Equal($"https://github.com/sluice-dotnet/sluice/blob/main/docs/rules/{id}.md", rule.HelpLinkUri);
    }

    private static DiagnosticDescriptor Rule(string id) =>
        new PipelineAnalyzer().SupportedDiagnostics.Single(rule =>
            string.Equals(rule.Id, id, StringComparison.Ordinal)
        );
}
