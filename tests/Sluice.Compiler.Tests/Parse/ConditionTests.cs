using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>The conditions that are parsed from <c>[When]</c>, <c>[Unless]</c> and <c>[Otherwise]</c>.</summary>
public sealed class ConditionTests
{
    private const string Types = """
        namespace Shop
        {
            public enum Intent { Question, Order, Complaint = -3, Grievance = Complaint, @class = 7, [Obsolete("no", true)] Old = 9 }
            public enum Wide : ulong { Most = ulong.MaxValue }
            public class Outer { public enum Inner { A } }
        }
        """;

    [Theory]
    [InlineData("When(\"X\")", nameof(ConditionKind.When), "")]
    [InlineData("Unless(\"X\")", nameof(ConditionKind.Unless), "")]
    [InlineData("Otherwise(\"X\")", nameof(ConditionKind.Otherwise), "")]
    [InlineData("When(\"X\", false)", nameof(ConditionKind.When), "false|false|false|bool")]
    [InlineData("Unless(\"X\", 3, -4)", nameof(ConditionKind.Unless), "3|3|3|int -4|-4|-4|int")]
    [InlineData("When(\"X\", \"a\\\"\\n\")", nameof(ConditionKind.When), "a\"\n|\"a\\\"\\n\"|\"a\\\"\\n\"|string")]
    [InlineData("When(\"X\", new object[] { 1 })", nameof(ConditionKind.When), "1|1|1|int")]
    [InlineData(
        "When(\"X\", Intent.Question)",
        nameof(ConditionKind.When),
        "0|Question|global::Shop.Intent.Question|Intent"
    )]
    [InlineData(
        "When(\"X\", Intent.Grievance)",
        nameof(ConditionKind.When),
        "-3|Complaint|global::Shop.Intent.Complaint|Intent"
    )]
    [InlineData("When(\"X\", Intent.@class)", nameof(ConditionKind.When), "7|class|global::Shop.Intent.@class|Intent")]
    [InlineData("When(\"X\", (Intent)5)", nameof(ConditionKind.When), "5|5|(global::Shop.Intent)5|Intent")]
    [InlineData("When(\"X\", (Intent)(-5))", nameof(ConditionKind.When), "-5|-5|(global::Shop.Intent)(-5)|Intent")]
    [InlineData("When(\"X\", (Intent)9)", nameof(ConditionKind.When), "9|Old|(global::Shop.Intent)9|Intent")]
    [InlineData(
        "When(\"X\", Wide.Most)",
        nameof(ConditionKind.When),
        "18446744073709551615|Most|global::Shop.Wide.Most|Wide"
    )]
    [InlineData("When(\"X\", Outer.Inner.A)", nameof(ConditionKind.When), "0|A|global::Shop.Outer.Inner.A|Outer.Inner")]
    public void A_condition_is_read(string attribute, string kind, string values)
    {
        var model = Parse($"[Stage, {attribute}] int A() => 1;");
        Assert.Empty(model.Findings);
        var condition = Assert.Single(Assert.Single(model.Stages).Conditions);
        Assert.Equal(kind, condition.Kind.ToString());
        Assert.Equal("X", condition.Name);
        Assert.Equal(
            values,
            string.Join(
                ' ',
                condition.Values.Select(value =>
                    $"{value.Key}|{value.Display}|{value.Code}|{model.Types[value.Type].DisplayName}"
                )
            )
        );
    }

    [Fact]
    public void The_code_of_a_constant_compiles_to_the_constant()
    {
        const string Attribute =
            "When(\"X\", Intent.Complaint, Intent.@class, (Intent)(-5), (Intent)9, Wide.Most, \"\\u2028\\0\\\\\", int.MinValue, true)";
        var model = Parse($"[Stage, {Attribute}] int A() => 1;");
        var values = Assert.Single(Assert.Single(model.Stages).Conditions).Values;
        var rewritten = Parse(
            $"[Stage, When(\"X\", {string.Join(", ", values.Select(value => value.Code))})] int A() => 1;"
        );
        Assert.Equal(8, values.Count);
        Assert.Equal(values, Assert.Single(Assert.Single(rewritten.Stages).Conditions).Values);
    }

    [Fact]
    public void All_conditions_of_a_stage_are_kept_in_order() =>
        Assert.Equal(
            [(ConditionKind.When, "X"), (ConditionKind.Unless, "Y"), (ConditionKind.When, "Z")],
            Assert
                .Single(Parse("[When(\"X\"), Stage] [Unless(\"Y\"), When(\"Z\", 1)] int A() => 1;").Stages)
                .Conditions.Select(condition => (condition.Kind, condition.Name))
        );

    [Theory]
    [InlineData("", "W:X")]
    [InlineData("[Unless(\"Y\")] ", "U:Y")]
    [InlineData("[After(\"Y\")] ", "W:X")]
    public void An_override_has_its_own_conditions_or_else_those_that_it_inherits(string attributes, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                Assert
                    .Single(
                        Parse(
                            $"{attributes}public override int A() => 2;",
                            "class Base { [Stage, When(\"X\")] public virtual int A() => 1; }",
                            ": Base"
                        ).Stages
                    )
                    .Conditions.Select(condition => $"{condition.Kind.ToString()[0]}:{condition.Name}")
            )
        );

    [Theory]
    [InlineData("When(\"X\", 1.5)", "it is compared with a constant of type 'double', which is not supported: ")]
    [InlineData("When(\"X\", 1L)", "it is compared with a constant of type 'long', which is not supported: ")]
    [InlineData("Unless(\"X\", 'c')", "it is compared with a constant of type 'char', which is not supported: ")]
    [InlineData(
        "When(\"X\", new int[] { 1 })",
        "it is compared with a constant of type 'int[]', which is not supported: "
    )]
    [InlineData("When(\"X\", 1, null)", "it is compared with null, ")]
    [InlineData("When(\"X\", null)", "it is compared with null, ")]
    public void A_constant_that_no_route_has_is_reported_with_a_remedy(string attribute, string reason)
    {
        var model = Parse($"[Stage] int Other() => 1; [Stage, {attribute}, When(\"Y\")] long A() => 1;");
        var finding = model.OnlyFinding(Rule.InvalidCondition);
        Assert.Equal(new NodeReference(NodeKind.Stage, 1), finding.Node);
        Assert.Equal(["A", "X"], finding.Arguments.Take(2));
        Assert.StartsWith(reason, finding.Arguments[2], StringComparison.Ordinal);
        Assert.EndsWith(
            "compare it with constants of an enum, a bool, a string or an int, or with a type",
            finding.Arguments[2],
            StringComparison.Ordinal
        );
        Assert.Equal("Y", Assert.Single(model.Stages[1].Conditions).Name);
    }

    [Theory]
    [InlineData("When(null!)", "")]
    [InlineData("Unless(\"\")", "")]
    public void A_name_that_says_nothing_is_kept_for_binding_to_report(string attribute, string name) =>
        Assert.Equal(
            name,
            Assert.Single(Assert.Single(Parse($"[Stage, {attribute}] int A() => 1;").Stages).Conditions).Name
        );

    [Theory]
    [InlineData("When")]
    [InlineData("When()")]
    [InlineData("Otherwise(")]
    [InlineData("When(nameof())")]
    [InlineData("When(nameof(Nowhere))")]
    [InlineData("When(\"X\", Nowhere.A)")]
    [InlineData("When(\"X\", Intent.)")]
    [InlineData("When(\"X\", )")]
    [InlineData("Otherwise(\"X\", 1)")]
    [InlineData("When(3)")]
    [InlineData("When(Values = 3)")]
    public void An_unfinished_condition_is_left_to_the_compiler(string attribute) =>
        Assert.All(Parse($"[Stage, {attribute}] int A() => 1;").Findings, finding => Assert.True(finding.IsOfCompiler));

    [Fact]
    public void Conditions_on_the_entry_point_of_a_nested_pipeline_are_ignored()
    {
        var stages = Source
            .Parse(
                Source.Compile(
                    """
                    [Pipeline] partial class Inner { [When("X", 1.5)] public partial int Count(string s); bool X() => true; }
                    [Pipeline] partial class P { public partial int Run(string s); [Stages] readonly Inner _inner = new(); }
                    """
                ),
                "P"
            )
            .Model.Stages;
        Assert.Empty(Assert.Single(stages).Conditions);
    }

    private static PipelineModel Parse(string members, string types = "", string bases = "") =>
        Source
            .Parse(
                $"using Shop; [Pipeline] partial class P {bases} {{ public partial int Run(); {members} }} {types} {Types}"
            )
            .Model;
}
