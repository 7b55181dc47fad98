using Sluice.Compiler.Model;

namespace Sluice.Compiler.Tests.Bind.Production;

public class ProductionRuleTests
{
    private static readonly string[] Intents = ["Question", "Order", "Command"];

    [Fact]
    public void An_output_that_a_condition_decides_names_it()
    {
        var graph = new GraphBuilder()
            .Switch("IsLarge")
            .Stage("Freight", when: ["IsLarge"])
            .Output("Freight")
            .Complete();

        Assert.True(graph.IsBroken);
        Assert.Equal(
            "OutputMayBeAbsent: the output of entry point 'Run'; it is produced only if 'IsLarge' is true; "
                + "Declare it as 'Optional<Freight>' or 'Freight?', or let it always be produced",
            graph.OnlyFinding()
        );
        Assert.Equal(new NodeReference(NodeKind.EntryPoint, 0), graph.Findings[0].Node);
    }

    [Fact]
    public void An_output_that_a_value_of_a_route_leaves_out_names_the_value() =>
        Assert.Contains(
            "nothing produces it if 'Route' is Command;",
            new GraphBuilder()
                .Route("Route", Intents)
                .Stage("Answer", when: ["Route=Question"])
                .Stage("Buy", when: ["Route=Order"])
                .Output("Answer|Buy")
                .Complete()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_output_behind_a_text_names_what_it_is_not() =>
        Assert.Contains(
            "nothing produces it if 'Kind' is not md or txt;",
            new GraphBuilder()
                .Stage("Kind", route: RouteKind.Text)
                .Stage("Markdown", when: ["Kind=md"])
                .Stage("Text", when: ["Kind=txt"])
                .Output("Markdown|Text")
                .Complete()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_output_of_a_stage_that_may_produce_nothing_names_the_stage() =>
        Assert.Contains(
            "nothing produces it if 'Find' produces nothing;",
            new GraphBuilder().Stage("Find?").Stage("Price", ["Find"]).Output("Price").Complete().OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_output_of_an_optional_input_names_the_input() =>
        Assert.Contains(
            "nothing produces it if input 'coupon' has no value;",
            new GraphBuilder().Input("coupon?").Stage("Redeem", ["coupon"]).Output("Redeem").Complete().OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_output_that_two_conditions_decide_names_both() =>
        Assert.Contains(
            "nothing produces it if 'IsLarge' is false and 'IsNew' is true;",
            new GraphBuilder()
                .Switch("IsLarge")
                .Switch("IsNew")
                .Stage("Freight", when: ["IsLarge"])
                .Stage("Parcel", when: ["not IsNew"])
                .Output("Freight|Parcel")
                .Complete()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Freight?")]
    [InlineData("Freight!")]
    public void An_output_that_says_so_may_be_absent(string output)
    {
        var graph = new GraphBuilder().Switch("IsLarge").Stage("Freight", when: ["IsLarge"]).Output(output).Complete();

        Assert.False(graph.IsBroken);
        Assert.Empty(graph.Findings);
    }

    [Fact]
    public void A_result_may_lack_its_output() =>
        Assert.Empty(
            new GraphBuilder()
                .Switch("IsLarge")
                .Stage("Freight", when: ["IsLarge"])
                .Output("Freight")
                .AsResult()
                .Complete()
                .Findings
        );

    [Fact]
    public void An_output_that_nobody_can_prove_is_an_error_that_says_so()
    {
        // Pairs of conditions that are far apart make the diagram grow exponentially.
        var builder = new GraphBuilder();
        for (var index = 0; index < 40; index++)
        {
            builder.Switch($"If{index}");
        }

        for (var index = 0; index < 20; index++)
        {
            builder.Stage($"S{index}", when: [$"If{index}", $"If{index + 20}"]);
        }

        var graph = builder.Output(string.Join('|', Enumerable.Range(0, 20).Select(index => $"S{index}"))).Complete();

        Assert.True(graph.IsBroken);
        Assert.Contains("too complex to prove", graph.OnlyFinding(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_whose_conditions_contradict_each_other_never_runs() =>
        Assert.Equal(
            "ConditionNeverHolds: Buy; it requires that 'Route' is Question and that 'Route' is Order, which contradict each other",
            new GraphBuilder()
                .Route("Route", Intents)
                .Switch("IsLarge")
                .Stage("Buy", when: ["Route=Question", "IsLarge", "Route=Order"])
                .Output("Buy?")
                .Complete()
                .OnlyFinding()
        );

    [Fact]
    public void A_stage_whose_condition_contradicts_what_it_needs_never_runs() =>
        Assert.Equal(
            "ConditionNeverHolds: Label; it requires that 'IsLarge' is false and a value from 'Freight', which contradict each other",
            new GraphBuilder()
                .Switch("IsLarge")
                .Stage("Freight", when: ["IsLarge"])
                .Stage("Label", ["Freight"], ["not IsLarge"])
                .Stage("Send", ["Label"])
                .Output("Freight?")
                .Output("Send?")
                .Complete()
                .OnlyFinding()
        );

    [Fact]
    public void A_stage_that_is_needed_only_where_it_cannot_run_never_runs() =>
        Assert.Equal(
            "ConditionNeverHolds: Discount; it requires that 'IsLarge' is false, and then nothing needs its output",
            new GraphBuilder()
                .Switch("IsLarge")
                .Stage("Discount", when: ["not IsLarge"])
                .Stage("Freight", ["Discount?"], ["IsLarge"])
                .Output("Freight?")
                .Complete()
                .OnlyFinding()
        );

    [Fact]
    public void A_stage_that_may_run_is_no_mistake() =>
        Assert.Empty(
            new GraphBuilder()
                .Route("Route", Intents)
                .Stage("Buy", when: ["Route=Question,Order", "Route=Order,Command"])
                .Output("Buy?")
                .Complete()
                .Findings
        );

    [Fact]
    public void A_source_behind_one_that_always_produces_is_never_taken()
    {
        var graph = new GraphBuilder()
            .Switch("IsLarge")
            .Stage("Parcel")
            .Stage("Freight", when: ["IsLarge"])
            .Stage("Ship", ["Parcel|Freight"])
            .Output("Ship")
            .Complete();

        Assert.Equal(
            "MergeSourceNeverTaken: parameter 'Parcel|Freight' of stage 'Ship'; Freight; 'Parcel' comes before it and has a "
                + "value whenever it has one; Name it first, or remove it from [From]",
            graph.OnlyFinding()
        );
        Assert.Equal(new NodeReference(NodeKind.Stage, 3, 0), graph.Findings[0].Node);
    }

    [Fact]
    public void A_source_behind_several_that_together_produce_is_never_taken() =>
        Assert.EndsWith(
            "Last; one of the earlier sources has a value whenever it has one; Name it first, or remove it from [From]",
            new GraphBuilder()
                .Switch("IsLarge")
                .Stage("Freight", when: ["IsLarge"])
                .Stage("Parcel", when: ["not IsLarge"])
                .Stage("Last")
                .Stage("Ship", ["Freight|Parcel|Last"])
                .Output("Ship")
                .Complete()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_source_that_produces_elsewhere_only_is_never_taken() =>
        Assert.EndsWith(
            "Parcel; it has no value when the stage runs; Remove it from [From]",
            new GraphBuilder()
                .Switch("IsLarge")
                .Stage("Freight?", when: ["IsLarge"])
                .Stage("Parcel", when: ["not IsLarge"])
                .Stage("Ship", ["Freight|Parcel"], ["IsLarge"])
                .Output("Ship?")
                .Output("Parcel?")
                .Complete()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_source_that_is_taken_where_the_one_before_has_nothing_is_no_mistake() =>
        Assert.Empty(
            new GraphBuilder()
                .Stage("Find?")
                .Stage("Make")
                .Stage("Use", ["Find|Make"])
                .Output("Use")
                .Complete()
                .Findings
        );
}
