using System.Text.RegularExpressions;
using Sluice.Tests.Shared;

namespace Sluice.PackageTests;

/// <summary>
/// Builds the wrong example of every rule's page, and mistakes that need another project or package. They are the files of the
/// project <c>Mistakes</c>, each named after its rule and its pipeline.
/// </summary>
[Collection(nameof(WorkspaceGroup))]
public sealed partial class MistakeTests(Workspace workspace)
{
    // The examples of these pages also have an error of C#, after which a build runs no analyzers.
    private static readonly string[] RulesWithErrorOfLanguage = ["SLU0001", "SLU0022"];

    [Fact]
    public async Task With_analyzers_each_mistake_is_reported_under_its_own_rule()
    {
        var mistakes = WriteMistakes();
        var build = await workspace.BuildAsync("Mistakes");

        Assert.NotEqual(0, build.ExitCode);
        var diagnostics = BuildDiagnostic.Read(build.StandardOutput).ToArray();
        // After an error of C# a build may run no analyzers.
        Assert.DoesNotContain(
            diagnostics,
            found => found.Severity == "error" && found.Id.StartsWith("CS", StringComparison.Ordinal)
        );
        var found = diagnostics.ToLookup(found => found.File, found => (found.Severity, found.Id));
        Assert.All(
            mistakes,
            mistake =>
            {
                Assert.Contains((mistake.IsError ? "error" : "warning", mistake.Rule), found[mistake.File]);
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
        var broken = WriteMistakes().Where(mistake => mistake.IsError).ToArray();
        var build = await workspace.BuildAsync("Mistakes", "-p:RunAnalyzers=false");

        Assert.NotEqual(0, build.ExitCode);
        var errors = BuildDiagnostic.Read(build.StandardOutput).Where(found => found.Severity == "error").ToArray();
        Assert.All(errors, error => Assert.Equal("SLU0100", error.Id));
        Assert.All(
            broken,
            mistake =>
                Assert.Single(errors, error => error.Message.Contains($"'{mistake.Pipeline}", StringComparison.Ordinal))
        );
        Assert.Equal(broken.Length, errors.Length);
    }

    private List<Mistake> WriteMistakes()
    {
        var pages = Directory
            .EnumerateFiles(Repository.PathOf("docs", "rules"), "SLU*.md")
            .Select(path => (Rule: Path.GetFileNameWithoutExtension(path), Match: Page().Match(File.ReadAllText(path))))
            .Where(page => page.Match.Success)
            .ToList();
        // No example on a page can make the compiler fail, and SLU0100 is reported only by a build without analyzers.
        Assert.Equal(
            ["SLU0050", "SLU0100"],
            Directory
                .EnumerateFiles(Repository.PathOf("docs", "rules"), "SLU*.md")
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .Except(pages.Select(page => page.Rule))
                .Order(StringComparer.Ordinal)
        );

        var severities = pages.ToDictionary(
            page => page.Rule,
            page => page.Match.Groups["severity"].Value == "Error",
            StringComparer.Ordinal
        );
        var mistakes = workspace
            .FilesOf("Mistakes")
            .Select(path => Path.GetFileName(path))
            .Where(file => !file.EndsWith(".Page.cs", StringComparison.Ordinal))
            .Select(file => file.Split('.'))
            .Select(parts => new Mistake(
                parts[0],
                $"Mistakes.{parts[1]}'",
                string.Join('.', parts),
                severities[parts[0]]
            ))
            .ToList();
        foreach (var (rule, match) in pages.Where(page => !RulesWithErrorOfLanguage.Contains(page.Rule)))
        {
            var file = $"{rule}.Page.cs";
            File.WriteAllText(
                workspace.PathOf(Path.Combine("Mistakes", file)),
                $"{match.Groups["usings"].Value}\nnamespace Mistakes.{rule};\n\n{match.Groups["code"].Value}\n"
            );
            mistakes.Add(new Mistake(rule, $"Mistakes.{rule}.", file, severities[rule]));
        }

        return mistakes;
    }

    private sealed record Mistake(string Rule, string Pipeline, string File, bool IsError);

    [GeneratedRegex(
        """
            \A\#[ ][^\n]+\r?\n\r?\n(?<severity>Error|Warning)\b.+?^\#\#[ ]Wrong\s+^```csharp\r?\n
            (?<usings>(using[ ][^;\n]+;\r?\n)*)(?<code>.+?)\r?\n```
            """,
        RegexOptions.Singleline
            | RegexOptions.Multiline
            | RegexOptions.IgnorePatternWhitespace
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Page();
}
