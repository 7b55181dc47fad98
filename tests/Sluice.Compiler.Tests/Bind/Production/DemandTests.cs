namespace Sluice.Compiler.Tests.Bind.Production;

public class DemandTests
{
    private static readonly string[] Intents = ["Question", "Order", "Command"];

    [Fact]
    public void What_only_one_branch_needs_waits_for_the_route()
    {
        var graph = new GraphBuilder()
            .Route("Route", Intents)
            .Stage("Search")
            .Stage("Answer", ["Search"], ["Route=Question"])
            .Stage("Buy", when: ["Route=Order"])
            .Output("Answer?")
            .Output("Buy?")
            .Complete();

        Assert.Equal("Route=Question", graph.Demand("Search"));
        Assert.Equal("Route", graph.WaitsFor("Search"));
        Assert.Equal("Route is Question", graph["Search"].ConditionText);
        Assert.True(graph["Search"].MayBeAbsent);

        // The stage's own condition is checked first, and if it holds, there is a value.
        Assert.Equal("", graph.Requirements("Answer"));
        Assert.Equal("", graph.Demand("Answer"));
        Assert.Equal("Search, Route", Sorted(graph.WaitsFor("Answer")));
    }

    [Fact]
    public void The_values_of_a_route_that_need_a_stage_are_one_condition()
    {
        var graph = new GraphBuilder()
            .Route("Route", Intents)
            .Stage("Search")
            .Stage("Answer", ["Search"], ["Route=Question"])
            .Stage("Buy", ["Search"], ["Route=Order"])
            .Output("Answer?")
            .Output("Buy?")
            .Complete();

        Assert.Equal("Route=Question,Order", graph.Demand("Search"));
        Assert.Equal("Route is Question or Order", graph["Search"].ConditionText);
    }

    [Fact]
    public void What_every_branch_needs_is_always_needed()
    {
        var graph = new GraphBuilder()
            .Switch("IsLarge")
            .Stage("Load")
            .Stage("Freight", ["Load"], ["IsLarge"])
            .Stage("Parcel", ["Load"], ["not IsLarge"])
            .Stage("Ship", ["Freight|Parcel"])
            .Output("Ship")
            .Complete();

        Assert.Equal("", graph.Demand("Load"));
        Assert.Null(graph["Load"].ConditionText);
        Assert.False(graph["Load"].MayBeAbsent);
        Assert.Empty(graph.Findings);
    }

    [Fact]
    public void What_only_a_stage_takes_that_can_never_run_is_never_needed()
    {
        var graph = new GraphBuilder()
            .Switch("IsLarge")
            .Stage("Deep")
            .Stage("Load", ["Deep"])
            .Switch("IsAsked", ["Deep"])
            .Stage("Never", ["Load"], ["IsLarge", "not IsLarge", "IsAsked"])
            .Stage("After", ["Never", "Late"])
            .Stage("Late")
            .Stage("Show", ["After?"])
            .Output("Show")
            .Complete();

        Assert.All(["Deep", "Load", "IsAsked", "Late", "Never"], stage => Assert.Equal("never", graph.Demand(stage)));
        Assert.All(["After", "Show"], stage => Assert.Equal("", graph.Demand(stage)));
    }

    [Fact]
    public void What_another_stage_takes_too_is_needed_for_that_one_alone()
    {
        var graph = new GraphBuilder()
            .Switch("IsLarge")
            .Switch("IsShown")
            .Stage("Load")
            .Stage("Never", ["Load"], ["IsLarge", "not IsLarge"])
            .Stage("Show", ["Load"], ["IsShown"])
            .Output("Show?")
            .Output("Never?")
            .Complete();

        Assert.Equal("IsShown=true", graph.Demand("Load"));
    }

    [Fact]
    public void A_stage_that_the_condition_needs_does_not_wait_for_it()
    {
        var graph = new GraphBuilder()
            .Stage("Load")
            .Switch("IsLarge", ["Load"])
            .Stage("Freight", ["Load"], ["IsLarge"])
            .Output("Freight?")
            .Complete();

        Assert.Equal("", graph.Demand("Load"));
        Assert.Equal("", graph.WaitsFor("Load"));
    }

    [Fact]
    public void Of_a_condition_that_cannot_be_waited_for_remains_when_it_is_asked()
    {
        var graph = new GraphBuilder()
            .Switch("IsNew")
            .Stage("Load")
            .Switch("IsLarge", ["Load"], ["IsNew"])
            .Stage("Freight", ["Load"], ["IsLarge"])
            .Output("Freight?")
            .Complete();

        Assert.Equal("IsNew=true", graph.Demand("Load"));
        Assert.Equal("IsNew", graph.WaitsFor("Load"));
    }

    [Fact]
    public void Several_conditions_of_one_stage_are_evaluated_side_by_side()
    {
        var graph = new GraphBuilder()
            .Switch("IsLarge")
            .Switch("IsNew")
            .Stage("Freight", when: ["IsLarge", "IsNew"])
            .Output("Freight?")
            .Complete();

        Assert.Equal("", graph.Demand("IsLarge"));
        Assert.Equal("", graph.Demand("IsNew"));
        Assert.Equal("IsLarge and IsNew", graph["Freight"].ConditionText);
    }

    [Fact]
    public void A_condition_is_asked_only_where_the_stage_that_asks_it_is_needed()
    {
        // Rank runs only if IsNew holds, so its own demand adds nothing. IsLarge does not depend on IsNew, so it needs that demand.
        var graph = new GraphBuilder()
            .Switch("IsNew")
            .Switch("IsLarge")
            .Stage("Rank", when: ["IsNew", "not IsLarge"])
            .Stage("Show", ["Rank"], ["IsNew"])
            .Output("Show?")
            .Complete();

        Assert.Equal("", graph.Demand("Rank"));
        Assert.Equal("IsNew=true", graph.Demand("IsLarge"));
        Assert.Equal("IsNew", graph.WaitsFor("IsLarge"));
    }

    [Fact]
    public void A_condition_is_asked_only_where_what_is_taken_beside_it_may_have_a_value()
    {
        var graph = new GraphBuilder()
            .Switch("IsNew")
            .Switch("IsLarge")
            .Stage("Find", when: ["IsNew"])
            .Switch("IsOpen", ["Find"])
            .Stage("Rank", when: ["IsLarge", "IsOpen"])
            .Stage("Show", ["IsOpen", "Rank"])
            .Output("Show?")
            .Complete();

        Assert.Equal("IsNew=true", graph.Demand("IsLarge"));
    }

    [Fact]
    public void Two_that_would_wait_for_each_other_do_not_both_wait()
    {
        // A is needed only for some values of B, and B only for some values of A.
        var graph = new GraphBuilder()
            .Switch("A")
            .Switch("B")
            .Stage("OfA", ["A"], ["B"])
            .Stage("OfB", ["B"], ["A"])
            .Output("OfA?")
            .Output("OfB?")
            .Complete();

        Assert.Equal(2, new BruteForce(graph).Order().TakeWhile(stage => stage < 2).Count());
        Assert.Equal("", graph.Demand("A"));
        Assert.Equal("", graph.Demand("B"));
    }

    [Fact]
    public void Beyond_sixteen_terms_it_is_always_needed()
    {
        var builder = new GraphBuilder().Stage("Load");
        for (var index = 0; index < 17; index++)
        {
            builder.Switch($"If{index}").Stage($"Use{index}", ["Load"], [$"If{index}"]).Output($"Use{index}?");
        }

        Assert.Equal("", builder.Complete().Demand("Load"));
    }

    [Fact]
    public void More_than_four_terms_are_not_spelled_out()
    {
        var builder = new GraphBuilder().Stage("Load");
        for (var index = 0; index < 5; index++)
        {
            builder.Switch($"If{index}").Stage($"Use{index}", ["Load"], [$"If{index}"]).Output($"Use{index}?");
        }

        var graph = builder.Complete();
        Assert.Equal("sometimes", graph["Load"].ConditionText);
        Assert.Equal(5, graph["Load"].Demand.Count);
    }

    [Fact]
    public void A_pipeline_without_conditions_is_left_as_it_is()
    {
        var graph = new GraphBuilder()
            .Input("order")
            .Stage("Parse", ["order"])
            .Stage("Price", ["Parse?"])
            .Effect("Log", ["Price"])
            .Output("Price")
            .Complete();

        Assert.Same(graph.Original, graph.Graph);
        Assert.False(graph.IsBroken);
    }

    [Fact]
    public void A_thousand_stages_behind_conditions_are_no_effort()
    {
        var builder = new GraphBuilder().Route("Route", Intents);
        for (var index = 0; index < 1_000; index++)
        {
            string[] takes = index < 3 ? [] : [$"S{index - 3}"];
            string[] when = index % 10 == 0 ? [$"Route={Intents[index % 3]}"] : [];
            builder.Stage($"S{index}" + (index % 7 == 0 ? "?" : ""), takes, when);
        }

        var graph = builder.Output("S997?").Output("S998?").Output("S999?").Complete();
        Assert.Equal(1_001, graph.Graph.Stages.Count);
        Assert.True(graph["S999"].MayBeAbsent);
    }

    private static string Sorted(string names) => string.Join(", ", names.Split(", ").OrderDescending());
}
