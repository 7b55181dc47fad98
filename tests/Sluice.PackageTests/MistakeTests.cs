using System.Text.RegularExpressions;
using Sluice.Tests.Shared;

namespace Sluice.PackageTests;

/// <summary>
/// Every mistake that a rule is about, in the real build. A file of the project <c>Mistakes</c> is named for the rule that it breaks
/// and for its pipeline.
/// </summary>
[Collection(nameof(WorkspaceGroup))]
public sealed partial class MistakeTests(Workspace workspace)
{
    // A pipeline that breaks one of these still compiles.
    private static readonly HashSet<string> s_warnings =
    [
        "SLU0014",
        "SLU0017",
        "SLU0018",
        "SLU0021",
        "SLU0024",
        "SLU0029",
        "SLU0030",
        "SLU0031",
        "SLU0045",
        "SLU0046",
        "SLU0048",
        "SLU0049",
        "SLU0051",
    ];

    // A fault of the compiler is nobody's mistake, and the other is what is left of any mistake where its own rule is not heard.
    private static readonly string[] s_withoutMistake = ["SLU0050", "SLU0100"];

    [Fact]
    public async Task With_analyzers_each_mistake_is_reported_under_its_own_rule()
    {
        var build = await workspace.BuildAsync("Mistakes");

        Assert.NotEqual(0, build.ExitCode);
        var found = BuildDiagnostic
            .Read(build.StandardOutput)
            .ToLookup(found => found.File, found => (found.Severity, found.Id));
        Assert.All(
            ReadMistakes(),
            mistake =>
            {
                var severity = s_warnings.Contains(mistake.Rule) ? "warning" : "error";
                Assert.Contains((severity, mistake.Rule), found[mistake.File]);
                Assert.DoesNotContain(
                    found[mistake.File],
                    other => other.Severity == "error" && other.Id != mistake.Rule
                );
            }
        );
    }

    [Fact]
    public async Task Without_analyzers_each_broken_pipeline_fails_the_build_all_the_same()
    {
        var build = await workspace.BuildAsync("Mistakes", "-p:RunAnalyzers=false");

        Assert.NotEqual(0, build.ExitCode);
        var errors = BuildDiagnostic.Read(build.StandardOutput).Where(found => found.Severity == "error").ToArray();
        var broken = ReadMistakes().Where(mistake => !s_warnings.Contains(mistake.Rule)).ToArray();
        Assert.All(errors, error => Assert.Equal("SLU0100", error.Id));
        Assert.All(
            broken,
            mistake =>
                Assert.Single(
                    errors,
                    error => error.Message.Contains($"'Mistakes.{mistake.Pipeline}'", StringComparison.Ordinal)
                )
        );
        Assert.Equal(broken.Length, errors.Length);
    }

    [Fact]
    public void Every_rule_has_its_mistake()
    {
        var releases = File.ReadAllText(
            Repository.PathOf("analyzers", "Sluice.Analyzers", "AnalyzerReleases.Unshipped.md")
        );
        var rules = RuleRow().Matches(releases).Select(row => row.Value).ToArray();
        var shown = ReadMistakes().Select(mistake => mistake.Rule).ToHashSet();

        Assert.NotEmpty(rules);
        Assert.Equal([], rules.Except(s_withoutMistake).Where(rule => !shown.Contains(rule)));
    }

    private (string Rule, string Pipeline, string File)[] ReadMistakes() =>
        [
            .. workspace
                .FilesOf("Mistakes")
                .Select(file =>
                    (Path.GetFileName(file).Split('.')[0], Path.GetFileName(file).Split('.')[1], Path.GetFileName(file))
                ),
        ];

    [GeneratedRegex("^SLU[0-9]{4}", RegexOptions.Multiline)]
    private static partial Regex RuleRow();
}
