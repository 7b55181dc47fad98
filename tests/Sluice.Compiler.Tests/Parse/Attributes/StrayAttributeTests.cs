using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Parse.Attributes;

/// <summary>Attributes of pipelines and their members in places where they have no effect.</summary>
public sealed class StrayAttributeTests
{
    private const string NoStage = "the method is not a stage. Mark it with [Stage], or remove the attribute.";
    private const string EntryPoint =
        "the attribute applies to stages, not to entry points. Put it on the stages, or remove it.";
    private const string Input =
        "the caller provides the value of an input. Put the attribute on the parameter of the stage that takes the input, or remove it.";

    [Theory]
    [InlineData("After(\"A\")")]
    [InlineData("Cached(\"00:01:00\")")]
    [InlineData("CircuitBreaker(3, \"00:00:30\")")]
    [InlineData("Compensate(\"A\")")]
    [InlineData("Concurrency(1)")]
    [InlineData("Fallback(\"A\")")]
    [InlineData("Guard")]
    [InlineData("Intercept<int>")]
    [InlineData("Offload")]
    [InlineData("Otherwise(\"A\")")]
    [InlineData("Retry(3)")]
    [InlineData("Sluice.RateLimiting.RateLimit(1, \"00:00:01\")")]
    [InlineData("Timeout(\"00:00:02\")")]
    [InlineData("Unless(\"A\")")]
    [InlineData("When(\"A\")")]
    public void What_is_for_stages_does_nothing_on_other_methods(string attribute)
    {
        var name = attribute.Split('(', '<')[0].Split('.')[^1];
        AssertReported($"[{attribute}] void Help() {{ }}", $"[{name}] on 'Help' has no effect because {NoStage}");
        AssertReported(
            $"[{attribute}] public partial int Load(int input);",
            $"[{name}] on 'Load' has no effect because {EntryPoint}"
        );
        AssertReported(
            $"int Size {{ [{attribute}] get => 1; }}",
            $"[{name}] on 'Size' has no effect because only an ordinary method can be a stage. Remove the attribute."
        );
    }

    [Theory]
    [InlineData("Buffer(1)")]
    [InlineData("Each")]
    [InlineData("From(\"A\")")]
    public void What_is_for_parameters_of_stages_does_nothing_on_others(string attribute)
    {
        var name = attribute.Split('(')[0];
        AssertReported(
            $"public partial int Load([{attribute}] IAsyncEnumerable<int> items);",
            $"[{name}] on parameter 'items' of 'Load' has no effect because {Input}"
        );
        AssertReported(
            $"public partial int Load(int input, [{attribute}] CancellationToken token);",
            $"[{name}] on parameter 'token' of 'Load' has no effect because {Input}"
        );
        AssertReported(
            $"void Help([{attribute}] int[] items) {{ }}",
            $"[{name}] on parameter 'items' of 'Help' has no effect because {NoStage}"
        );
        AssertReported(
            $"int this[[{attribute}] int[] items] {{ get => 1; set {{ }} }}",
            $"[{name}] on parameter 'items' of 'this[]' has no effect because {NoStage}"
        );
        AssertReported(
            $"public P([{attribute}] int[] items) {{ }}",
            $"[{name}] on parameter 'items' of 'P' has no effect because {NoStage}"
        );
    }

    [Theory]
    [InlineData("CancellationToken", "CancellationToken")]
    [InlineData("StageContext", "StageContext")]
    [InlineData("RunContext?", "RunContext")]
    public void What_the_run_supplies_has_no_producer(string type, string name) =>
        AssertReported(
            $"[Stage] int A([From(\"B\")] {type} given) => 1;",
            $"[From] on parameter 'given' of 'A' has no effect because the run itself supplies a '{name}'. Remove the attribute."
        );

    [Theory]
    [InlineData("[Stage] [return: From(\"B\")] int A() => 1;", "A")]
    [InlineData("[return: From(\"B\")] int Help() => 1;", "Help")]
    public void Only_an_entry_point_names_the_producer_of_what_it_returns(string members, string method) =>
        AssertReported(
            members,
            $"[From] on the return value of '{method}' has no effect because it names the producer of an entry point's output, "
                + "but the method is not an entry point. Put it on the parameter that takes the value, or remove it."
        );

    [Theory]
    [InlineData("public P([Stages] Other other) { }", "P", "Put it on the field or property that stores the value, ")]
    [InlineData("void Help([Stages] Other other) { }", "Help", "Put it on a field or property, or remove it.")]
    [InlineData("[Stage] int A([Stages] Other other) => 1;", "A", "Put it on a field or property, or remove it.")]
    [InlineData("public partial int Load([Stages] Other other);", "Load", "Put it on a field or property, ")]
    [InlineData("int this[[Stages] Other other] => 1;", "this[]", "Put it on a field or property, or remove it.")]
    public void Of_parameters_only_those_of_the_primary_constructor_bring_stages_in(
        string members,
        string method,
        string remedy
    ) =>
        AssertReported(
            members,
            $"[Stages] on parameter 'other' of '{method}' has no effect because only a parameter of a pipeline's primary constructor can be "
                + $"a source of stages. {remedy}"
        );

    [Theory]
    [InlineData("[Stage, After] int A() => 1;", "After", "'A'")]
    [InlineData("[Stage] int A([From] int b) => 1;", "From", "parameter 'b' of 'A'")]
    [InlineData("[Stage] int A([From((string)null!)] int b) => 1;", "From", "parameter 'b' of 'A'")]
    public void An_attribute_that_is_to_name_something_does(string members, string attribute, string subject) =>
        AssertReported(
            members,
            $"[{attribute}] on {subject} has no effect because it names nothing. Name a stage with 'nameof', or remove the attribute."
        );

    [Theory]
    [InlineData(
        "[Stage, When(nameof(IsOpen))] int A() => 1; [Unless(nameof(IsLate))] bool IsOpen([From(\"A\")] int x) => true; bool IsLate() => true;"
    )]
    [InlineData(
        "[Stage, When(\"IsOpen\")] int A() => 1; [Offload, After(\"B\")] Task<bool> IsOpenAsync() => null!; [Stage] long B() => 1;"
    )]
    public void What_a_condition_names_may_have_what_a_run_reads_of_it(string members) =>
        Assert.Empty(Parse(members).Findings);

    [Fact]
    public void An_override_has_what_it_overrides_made_a_stage() =>
        Assert.Empty(
            Parse(
                "[Retry(3), When(\"x\")] protected override int A([From(\"B\")] int b) => 1;",
                ": Base",
                "class Base { [Stage] protected virtual int A(int b) => 1; }"
            ).Findings
        );

    [Fact]
    public void An_entry_point_of_a_nested_pipeline_is_bound_by_the_outer_one_alone()
    {
        var model = Source
            .Parse(
                Source.Compile(
                    "[Pipeline] partial class P { public partial int Run(); [Stages] Inner inner = null!; } "
                        + "[Pipeline] public partial class Inner { [Offload, After(\"B\")] public partial int Load([From(\"C\")] string text); }"
                ),
                "P"
            )
            .Model;
        Assert.Empty(model.Findings);
        var stage = Assert.Single(model.Stages);
        Assert.False(stage.IsOffloaded);
        Assert.Empty(stage.After);
        Assert.Empty(stage.Parameters[0].From);
    }

    [Fact]
    public void A_stray_attribute_is_an_error_at_its_own_place()
    {
        var parsed = Source.Parse(
            "[Pipeline] partial class P { public partial int Run(); [Retry(3)] void Help() { } }"
        );
        var finding = parsed.Model.OnlyFinding(Rule.StrayAttribute);
        Assert.True(finding.Rule.IsError);
        Assert.Equal(new NodeReference(NodeKind.Attribute, 0), finding.Node);
        Assert.Equal("RetryAttribute", Assert.Single(parsed.Symbols.Attributes).AttributeClass!.Name);
        Assert.Equal("Retry", finding.Name);
    }

    private static void AssertReported(string members, string message)
    {
        var finding = Assert.Single(Parse(members).Findings, finding => finding.Rule == Rule.StrayAttribute);
        Assert.StartsWith(message, FindingText.Of(finding), StringComparison.Ordinal);
    }

    private static PipelineModel Parse(string members, string bases = "", string further = "") =>
        Policies.PolicySource.Parse(members, bases, $"public class Other {{ [Stage] public int B() => 1; }} {further}");
}
