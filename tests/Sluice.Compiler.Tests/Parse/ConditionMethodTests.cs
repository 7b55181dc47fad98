using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>Plain methods that conditions name.</summary>
public sealed class ConditionMethodTests
{
    [Theory]
    [InlineData("bool IsLarge(int a) => true;", "Synchronous", false)]
    [InlineData("private static bool IsLarge() => true;", "Synchronous", true)]
    [InlineData("Task<bool> IsLarge(CancellationToken ct) => null!;", "Task", false)]
    [InlineData("async ValueTask<bool> IsLarge() => await Task.FromResult(true);", "ValueTask", false)]
    [InlineData("Task<bool> IsLargeAsync() => null!;", "Task", false)]
    public void A_plain_method_that_a_condition_names_is_added(string method, string shape, bool isStatic)
    {
        var parsed = Source.Parse(Pipeline($"{method} [Stage, When(\"IsLarge\")] int A() => 1;"));
        Assert.Empty(parsed.Model.Findings);
        Assert.Equal(["A", "IsLarge"], parsed.Model.Stages.Select(stage => stage.Name));
        Assert.Equal([false, true], parsed.Model.Stages.Select(stage => stage.IsCondition));
        Assert.Equal(
            parsed.Symbols.Stages.Select(symbol => symbol.Name),
            parsed.Model.Stages.Select(s => s.MethodName)
        );
        var condition = parsed.Model.Stages[1];
        Assert.Equal(shape, condition.Return.ToString());
        Assert.Equal(isStatic, condition.IsStatic);
        Assert.Equal("bool", condition.OutputTypeName);
        Assert.Equal(RouteKind.Boolean, parsed.Model.Types[condition.OutputType].Route);
    }

    [Fact]
    public void A_method_is_added_once_and_those_that_it_names_too() =>
        Assert.Equal(
            ["A|", "B|", "IsLarge|IsOpen", "IsOpen|"],
            Parse(
                "[Stage, When(\"IsLarge\")] int A() => 1; [Stage, Unless(\"IsLarge\")] long B() => 1; bool IsOpen() => true; [When(\"IsOpen\"), After(\"A\")] bool IsLarge() => true;"
            )
                .Stages.Select(stage =>
                    $"{stage.Name}|{(stage.IsCondition ? string.Join(' ', stage.Conditions.Select(c => c.Name)) : "")}"
                )
        );

    [Theory]
    [InlineData("[Stage] bool IsLarge() => true;", "", "IsLarge")]
    [InlineData("[Stage] bool IsLargeAsync() => true; bool IsLarge(int a) => true;", "", "IsLarge")]
    [InlineData("[Stage(Name = \"Size\")] bool IsLarge() => true;", "", "IsLarge")]
    [InlineData("[Stage(Name = \"IsLarge\")] bool Size() => true; bool IsLarge() => true;", "", "IsLarge")]
    [InlineData("bool isLarge() => true;", "bool isLarge", "isLarge")]
    [InlineData("bool Other() => true;", "", "Nowhere")]
    [InlineData("bool IsLarge => true;", "", "IsLarge")]
    [InlineData("class Base { } bool Base_() => true;", "", "Base")]
    public void What_is_a_stage_or_an_input_or_nothing_adds_none(string members, string inputs, string name)
    {
        var model = Source
            .Parse(
                $"[Pipeline] partial class P {{ public partial int Run({inputs}); {members} [Stage, When(\"{name}\")] int A() => 1; }}"
            )
            .Model;
        Assert.Empty(model.Findings);
        Assert.DoesNotContain(model.Stages, stage => stage.IsCondition);
        Assert.Single(model.Stages[^1].Conditions);
    }

    [Theory]
    [InlineData(
        "bool IsLarge(int a) => true; bool IsLarge(long a) => true;",
        "several methods have the name, IsLarge(int) and IsLarge(long): "
    )]
    [InlineData("int IsLarge() => 1;", "the method returns 'int', but a condition must be a 'bool': ")]
    [InlineData("void IsLarge() { }", "the method returns 'void', but a condition must be a 'bool': ")]
    [InlineData("Optional<bool> IsLarge() => true;", "the method returns 'Optional<bool>', ")]
    [InlineData("bool IsLarge<T>() => true;", "it is generic: ")]
    [InlineData("bool IsLarge(ref int a) => true;", "parameter 'a' is passed by reference: ")]
    [InlineData("bool IsLarge(Task<int> a) => true;", "parameter 'a' is a task: use 'int' instead")]
    [InlineData("bool IsLarge([Each] int a) => true;", "the method takes single elements, ")]
    [InlineData("bool IsLarge([Buffer(1)] int a) => true;", "[Buffer] on parameter 'a' is not valid: ")]
    [InlineData("public partial bool IsLarge();", "it is an entry point, ")]
    public void A_method_that_cannot_decide_is_reported_with_a_remedy(string members, string reason)
    {
        var model = Parse($"{members} [Stage, When(\"IsLarge\"), When(\"Other\")] int A() => 1;");
        var finding = model.OnlyFinding(Rule.InvalidCondition);
        Assert.Equal(new NodeReference(NodeKind.Stage), finding.Node);
        Assert.Equal(["A", "IsLarge"], finding.Arguments.Take(2));
        Assert.StartsWith(reason, finding.Arguments[2], StringComparison.Ordinal);
        Assert.Contains(": ", finding.Arguments[2], StringComparison.Ordinal);
        Assert.Equal("Other", Assert.Single(Assert.Single(model.Stages).Conditions).Name);
    }

    [Fact]
    public void Two_methods_that_only_Async_tells_apart_cannot_both_decide()
    {
        var model = Parse(
            "bool IsLarge() => true; Task<bool> IsLargeAsync() => null!; [Stage, When(\"IsLarge\")] int A() => 1; [Stage, When(\"IsLargeAsync\")] long B() => 1;"
        );
        Assert.StartsWith(
            "it differs from condition 'IsLarge' only by the suffix 'Async'",
            model.OnlyFinding(Rule.InvalidCondition).Arguments[2],
            StringComparison.Ordinal
        );
        Assert.Equal(["A", "B", "IsLarge"], model.Stages.Select(stage => stage.Name));
    }

    [Fact]
    public void A_stage_that_is_not_well_formed_is_no_plain_method() =>
        Assert.Equal(
            Rule.UnsupportedStageSignature,
            Assert
                .Single(
                    Parse("[Stage] bool IsLarge(ref int a) => true; [Stage, When(\"IsLarge\")] int A() => 1;").Findings
                )
                .Rule
        );

    [Fact]
    public void An_inherited_method_decides_and_the_override_wins()
    {
        var parsed = Source.Parse(
            Pipeline(
                "[Stage, When(\"IsOpen\")] int A() => 1; protected override bool IsLarge() => true;",
                "class Base { [Stage, When(nameof(IsLarge))] protected long B() => 1; protected virtual bool IsLarge() => true; protected bool IsOpen() => true; }",
                ": Base"
            )
        );
        Assert.Empty(parsed.Model.Findings);
        Assert.Equal(
            ["P.A", "Base.B", "Base.IsOpen", "P.IsLarge"],
            parsed.Symbols.Stages.Select(symbol => $"{symbol.ContainingType.Name}.{symbol.Name}")
        );
    }

    [Fact]
    public void A_method_that_the_pipeline_cannot_call_is_reported()
    {
        var finding = Parse(
                "",
                "class Base { [Stage, When(nameof(IsLarge))] protected int A() => 1; bool IsLarge() => true; }",
                ": Base"
            )
            .OnlyFinding(Rule.InvalidCondition);
        Assert.Equal("the pipeline cannot call the method in 'Base': make it accessible", finding.Arguments[2]);
    }

    [Fact]
    public void Each_source_has_its_own_methods()
    {
        var model = Parse(
            "[Stages] readonly Pricing pricing = new(); [Stages] readonly IStock _stock = null!; bool IsLarge() => true; [Stage, When(\"IsLarge\")] int A() => 1; [Stage, When(\"IsCheap\")] byte D() => 1;",
            """
            class Pricing { [Stage, When(nameof(IsLarge))] public long B() => 1; public bool IsLarge() => true; public bool IsCheap() => true; }
            interface IStock { [Stage, When(nameof(Has))] short C(); Task<bool> Has(long b); }
            """
        );
        Assert.Empty(model.Findings);
        Assert.Equal(
            ["0:A", "0:D", "1:B", "2:C", "0:IsLarge", "1:pricing.IsLarge", "2:Has"],
            model.Stages.Select(stage => $"{stage.Source}:{stage.Name}")
        );
    }

    [Fact]
    public void A_finding_names_the_source_that_brings_the_stage_in()
    {
        var finding = Parse(
                "[Stages] readonly Pricing pricing = new();",
                "class Pricing { [Stage, When(nameof(IsLarge))] public long B() => 1; public int IsLarge() => 1; }"
            )
            .OnlyFinding(Rule.InvalidCondition);
        Assert.Equal([new NodeReference(NodeKind.Source, 1)], finding.Further);
    }

    [Fact]
    public void A_stage_elsewhere_is_meant_where_the_own_method_cannot_decide() =>
        Assert.Empty(
            Parse(
                "[Stages] readonly Pricing pricing = new(); int IsLarge() => 1; [Stage, When(\"IsLarge\")] int A() => 1;",
                "class Pricing { [Stage] public bool IsLarge() => true; }"
            ).Findings
        );

    private static PipelineModel Parse(string members, string types = "", string bases = "") =>
        Source.Parse(Pipeline(members, types, bases)).Model;

    private static string Pipeline(string members, string types = "", string bases = "") =>
        $"[Pipeline] partial class P {bases} {{ public partial int Run(); {members} }} {types}";
}
