using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>
/// Stages and policy methods that share their name with other methods. Either the right method is called, or an error is reported.
/// </summary>
public sealed class OverloadTests
{
    private const string Priority = "System.Runtime.CompilerServices.OverloadResolutionPriority(1)";

    [Theory]
    [InlineData($"[Stage] int A(string text) => 1; [{Priority}] int A(object text) => 2;", "A(object)")]
    [InlineData($"[Stage] static int A(string text) => 1; [{Priority}] static int A(object text) => 2;", "A(object)")]
    [InlineData("[Stage] int A(in string text) => 1; int A(string text) => 2;", "A(string)")]
    [InlineData("[Stage] int A(long number) => 1; int A(string text, int other = 2) => 2;", null)]
    [InlineData("[Stage] int A(string text) => 1; int A(object text) => 2;", null)]
    [InlineData("[Stage] int A(object text) => 1; int A(string text) => 2;", null)]
    [InlineData("[Stage] int A(string text) => 1; int A<T>(T text) => 2;", null)]
    [InlineData("[Stage] int A(string text, int more = 1) => 1; int A(string text) => 2;", null)]
    [InlineData("[Stage] int A(string[] texts) => 1; int A(params object[] texts) => 2;", null)]
    [InlineData("[Stage] int A() => 1; int A(int more = 1) => 2;", null)]
    [InlineData("[Stage] int A(dynamic text) => 1; int A(string text) => 2;", null)]
    public void A_stage_that_a_call_would_not_reach_is_an_error(string members, string? reached)
    {
        var model = Source.Parse($"[Pipeline] partial class P {{ public partial int Run(); {members} }}").Model;
        if (reached is null)
        {
            Assert.Empty(model.Findings);
            return;
        }

        Assert.Equal(
            $"'A' cannot be a stage: a call with arguments of its parameter types reaches {reached} instead: rename one of the two",
            FindingText.Of(model.OnlyFinding(Rule.UnsupportedStageSignature))
        );
        Assert.Empty(model.Stages);
    }

    [Theory]
    [InlineData(
        "class Other : Base { public int A(object text) => 2; } class Base { [Stage] public int A(string text) => 1; }"
    )]
    [InlineData(
        "class Other : Base { public int A(in string text) => 2; } class Base { [Stage] public int A(string text) => 1; }"
    )]
    public void A_method_of_a_more_derived_type_comes_first(string types) =>
        Assert.Equal(
            Rule.UnsupportedStageSignature,
            Source
                .Parse(
                    $"[Pipeline] partial class P {{ public partial int Run(); [Stages] Other other = new(); }} {types}"
                )
                .Model.Findings.Single()
                .Rule
        );

    [Fact]
    public void Overrides_and_generic_types_are_no_others() =>
        Assert.Empty(
            Source
                .Parse(
                    "[Pipeline] partial class P<T> : Base<T> where T : class { public partial int Run(); public override int A(T text) => 1; protected int A(int number) => 2; "
                        + "[Stages] T2 other = new(); } class Base<T> { [Stage] public virtual int A(T text) => 1; } "
                        + "class T2 { [Stage] public long B(List<string> text) => 1; public long B(IEnumerable<string> text) => 2; }"
                )
                .Model.Findings
        );

    [Fact]
    public void Two_interfaces_may_make_a_call_ambiguous() =>
        Assert.Contains(
            "is ambiguous with A(string)",
            FindingText.Of(
                Source
                    .Parse(
                        "[Pipeline] partial class P { public partial int Run(); [Stages] IBoth both = null!; } interface IBoth : IOne, ITwo; "
                            + "interface IOne { [Stage] int A(string text); } interface ITwo { int A(string text); }"
                    )
                    .Model.OnlyFinding(Rule.UnsupportedStageSignature)
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        $"[Stage, Fallback(nameof(F))] int A(string text) => 1; int F(string text) => 1; [{Priority}] int F(object text) => 2;",
        "Fallback",
        "F(object)"
    )]
    [InlineData(
        $"[Stage, Compensate(nameof(U))] string A(int x) => \"\"; void U(string made, StageContext context) {{ }} [{Priority}] void U(object made, StageContext context, int more = 1) {{ }}",
        "Compensate",
        "U(object, StageContext, int)"
    )]
    public void So_it_is_for_the_methods_of_policies(string members, string policy, string reached)
    {
        var text = FindingText.Of(
            Source
                .Parse($"[Pipeline] partial class P {{ public partial int Run(); {members} }}")
                .Model.OnlyFinding(Rule.InvalidPolicyMember)
        );
        Assert.StartsWith($"[{policy}] on stage 'A' names ", text, StringComparison.Ordinal);
        Assert.Contains($"reaches {reached} instead: rename one of the two", text, StringComparison.Ordinal);
    }
}
