using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;
using Sluice.Compiler.Tests.Parse;

namespace Sluice.Compiler.Tests.Bind;

/// <summary>Outputs that are an unchanged input.</summary>
public sealed class UntouchedInputTests
{
    private const string Trim = "static string Trim(string text) => text.Trim();";

    [Fact]
    public void A_forgotten_mark_is_a_warning_that_names_the_method() =>
        Assert.Equal(
            "UntouchedInput: Input 'text' is returned unchanged as the output of entry "
                + "point 'Run' because no stage produces 'string'. Mark method 'Trim' with [Stage], or confirm that this is intended with [return: From(nameof(text))].",
            Bind($"public partial string Run(string text); {Trim}").OnlyFinding()
        );

    [Theory]
    [InlineData("public partial string Run(string text);", "Mark the method that produces it with [Stage], ")]
    [InlineData(
        "public partial ValueTask<string> RunAsync(string text); ValueTask<string> TrimAsync(string text) => default;",
        "Mark method 'TrimAsync' with [Stage], "
    )]
    [InlineData(
        "public partial string Run(string text); static string A(string text) => text; static string B(string text) => text;",
        "Mark method 'A' or 'B' with [Stage], "
    )]
    [InlineData(
        "public partial string Run(string text); [Stage] void Log(string text) { } " + Trim,
        "Mark method 'Trim' with [Stage], "
    )]
    [InlineData(
        "public partial (string, int) Run(string text); [Stage] int Count(string text) => 1; " + Trim,
        "Mark method 'Trim' with [Stage], "
    )]
    [InlineData(
        "public partial string Run(string text); [Stages] Other other = new(); class Other { [Stage] public int X() => 1; public string Fit(string a) => a; }",
        "Mark method 'Fit' with [Stage], "
    )]
    public void So_it_is_wherever_a_method_would_fit_or_nothing_runs(string members, string remedy) =>
        Assert.Contains(remedy, Bind(members).OnlyFinding(), StringComparison.Ordinal);

    [Theory]
    [InlineData("[return: From(\"text\")] public partial string Run(string text); " + Trim)]
    [InlineData(
        "public partial (string Text, int Count) Run(string text); [Stage] int Count(string text) => 1; " + Trim
    )]
    [InlineData("public partial (string, int) Run(string text); [Stage] int Count(string text) => 1;")]
    [InlineData("public partial string Run(string text); [Stage] void Log(string text) { }")]
    [InlineData(
        "public partial string Run(string text); [Stage] void Log(string text) { } string Format(long size) => \"\";"
    )]
    [InlineData(
        "public partial string Run(string text); [Stage] void Log(string text) { } static string Name() => \"\";"
    )]
    [InlineData(
        "[return: From(nameof(Find), \"text\")] public partial string Run(string text); [Stage] string? Find(string text) => null; "
            + Trim
    )]
    [InlineData(
        "public partial string Run(string text); [Stage, Fallback(nameof(Trim))] string Cut(string text) => text; "
            + Trim
    )]
    public void What_is_meant_is_no_warning(string members) =>
        Assert.DoesNotContain(Rule.UntouchedInput, Bind(members).Findings.Select(finding => finding.Rule));

    private static BoundPipeline Bind(string members) =>
        PipelineBinder.Bind(Source.Parse($"[Pipeline] partial class P {{ {members} }}").Model);
}
