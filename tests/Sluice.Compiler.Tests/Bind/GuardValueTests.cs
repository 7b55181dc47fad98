using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;
using Sluice.Compiler.Tests.Parse;

namespace Sluice.Compiler.Tests.Bind;

/// <summary>The return values of guards, and their requirements on the stages that they run again.</summary>
public sealed class GuardValueTests
{
    [Fact]
    public void A_guard_whose_value_nothing_takes_returns_a_bool() =>
        Assert.Equal(
            "PolicyWithoutMeaning: [Guard] on stage 'Check' is not valid: no stage or output takes the 'string' that it returns, and a guard fails only "
                + "if it returns 'false' or throws: return 'bool', or throw an exception",
            Bind(
                    "public partial int Run(); [Stage] int Make() => 1; [Stage, Guard] string? Check(int made) => \"too long\";"
                )
                .OnlyFinding()
        );

    [Theory]
    [InlineData("bool? Check(int made) => false;", true)]
    [InlineData("double Check(long other) => 1;", true)]
    [InlineData("Task<string> Check(int made) => null!;", true)]
    [InlineData("Optional<string> Check(int made) => \"\";", true)]
    [InlineData("(bool, string) Check(int made) => default;", true)]
    [InlineData("bool Check(int made) => true;", false)]
    [InlineData("ValueTask<bool> Check(int made) => default;", false)]
    [InlineData("Outcome<bool> Check(int made) => true;", false)]
    [InlineData("void Check(int made) { }", false)]
    [InlineData("Task Check(int made) => null!;", false)]
    public void Only_false_and_failures_refuse(string guard, bool isReported) =>
        Assert.Equal(
            isReported ? [Rule.PolicyWithoutMeaning] : [],
            Bind(
                $"public partial ValueTask<int> RunAsync(long other); [Stage] int Make(long other) => 1; [Stage, Guard] {guard}"
            )
                .Findings.Select(finding => finding.Rule)
        );

    [Theory]
    [InlineData("public partial long Run(); [Stage] long Take(string checked) => 1;")]
    [InlineData("public partial string Run();")]
    [InlineData("public partial int Run(); public partial string Other();")]
    [InlineData("public partial int Run(); [Stage, When(nameof(Check), \"good\")] void Log() { }")]
    public void A_guard_may_give_what_it_has_let_pass(string members) =>
        Assert.Empty(
            Bind(
                $"{members.Replace("checked", "good", StringComparison.Ordinal)} [Stage] int Make() => 1; [Stage, Guard] string Check(int made) => \"good\";"
            ).Findings
        );

    [Fact]
    public void A_guard_of_another_assembly_may_have_its_taker_elsewhere() =>
        Assert.Empty(
            PipelineBinder
                .Bind(
                    Source
                        .Parse(
                            "[Pipeline] partial class P { public partial int Run(); [Stages] Checks checks = new(); [Stage] int Make() => 1; }",
                            Source.Library(
                                "public class Checks { [Stage, Guard] public string Check(int made) => \"\"; }"
                            )
                        )
                        .Model
                )
                .Findings
        );

    [Fact]
    public void Progress_is_measured_by_a_value() =>
        Assert.Contains(
            "its 'AllowNoProgress' compares the values of stage 'Write', which returns none: remove it",
            Bind(
                    "public partial void Run(); [Stage] void Write() { } "
                        + "[Stage, After(nameof(Write)), Guard(Retry = nameof(Write), AllowNoProgress = true)] void Check() { }"
                )
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    private static BoundPipeline Bind(string members) =>
        PipelineBinder.Bind(Source.Parse($"[Pipeline] partial class P {{ {members} }}").Model);
}
