namespace Sluice.Compiler.Tests.Bind.Production;

/// <summary>Skipped stages, and the stages that run nevertheless.</summary>
public class AbsenceTests
{
    [Fact]
    public void Who_needs_what_was_skipped_is_skipped_too()
    {
        var graph = new GraphBuilder()
            .Switch("IsLarge")
            .Stage("Freight", when: ["IsLarge"])
            .Stage("Label", ["Freight"])
            .Output("Label?")
            .Complete();

        Assert.True(graph["Label"].MayBeAbsent);
        Assert.Equal("Freight", graph.Requirements("Label"));
        Assert.Equal("IsLarge", graph["Label"].ConditionText);
        Assert.False(graph.IsBroken);
    }

    [Fact]
    public void Who_takes_an_optional_runs_all_the_same()
    {
        var graph = new GraphBuilder()
            .Switch("IsLarge")
            .Stage("Freight", when: ["IsLarge"])
            .Stage("Label", ["Freight?"])
            .Output("Label")
            .Complete();

        Assert.False(graph["Label"].MayBeAbsent);
        Assert.Equal("", graph.Requirements("Label"));
        Assert.Null(graph["Label"].ConditionText);
        Assert.Empty(graph.Findings);
    }

    [Fact]
    public void A_merge_of_every_branch_has_a_value()
    {
        var graph = new GraphBuilder()
            .Route("Route", ["Question", "Order", "Command"])
            .Stage("Answer", when: ["Route=Question"])
            .Stage("Buy", when: ["Route=Order"])
            .Stage("Obey", when: ["not Route=Question,Order"])
            .Stage("Reply", ["Answer|Buy|Obey"])
            .Output("Reply")
            .Complete();

        Assert.Empty(graph.Findings);
        Assert.False(graph["Reply"].MayBeAbsent);
        Assert.Equal("", graph.Requirements("Reply"));
    }

    [Fact]
    public void What_its_own_condition_implies_is_no_requirement()
    {
        var graph = new GraphBuilder()
            .Switch("IsLarge")
            .Stage("Freight", when: ["IsLarge"])
            .Stage("Label", ["Freight"], ["IsLarge"])
            .Output("Label?")
            .Complete();

        Assert.Equal("", graph.Requirements("Label"));
    }

    [Fact]
    public void What_another_requirement_implies_is_none()
    {
        var graph = new GraphBuilder()
            .Stage("Find?")
            .Stage("Price", ["Find"])
            .Stage("Close", ["Find", "Price"])
            .Output("Close?")
            .Complete();

        Assert.Equal("Find", graph.Requirements("Price"));
        Assert.Single(graph["Close"].Requirements);
        Assert.Equal("Find has a value", graph["Price"].ConditionText);
    }

    [Fact]
    public void An_optional_input_is_a_requirement_of_who_takes_it_plainly()
    {
        var graph = new GraphBuilder().Input("coupon?").Stage("Redeem", ["coupon"]).Output("Redeem?").Complete();

        Assert.Equal("coupon", graph.Requirements("Redeem"));
    }

    [Fact]
    public void A_failure_is_handled_where_everything_behind_it_takes_an_outcome()
    {
        var graph = new GraphBuilder()
            .Stage("Load")
            .Stage("Parse", ["Load"])
            .Stage("Report", ["Parse!"])
            .Output("Report")
            .Complete();

        Assert.True(graph["Load"].FailureIsHandled);
        Assert.True(graph["Parse"].FailureIsHandled);
        Assert.False(graph["Report"].FailureIsHandled);
        Assert.Equal("Load", graph.Requirements("Parse"));
        Assert.Empty(graph.Findings);
    }

    [Fact]
    public void A_failure_that_also_reaches_an_effect_is_not_handled()
    {
        var graph = new GraphBuilder()
            .Stage("Load")
            .Stage("Report", ["Load!"])
            .Effect("Save", ["Load"])
            .Output("Report")
            .Complete();

        Assert.False(graph["Load"].FailureIsHandled);
        Assert.Equal("", graph.Requirements("Save"));
    }

    [Fact]
    public void A_failure_is_handled_by_an_outcome_of_a_merge_and_of_an_output()
    {
        var graph = new GraphBuilder().Stage("A").Stage("B").Stage("C", ["A|B!"]).Output("C!").Complete();

        Assert.All(graph.Graph.Stages, stage => Assert.True(stage.FailureIsHandled));
    }

    [Fact]
    public void Where_a_run_goes_on_after_a_failure_every_stage_may_be_absent()
    {
        var graph = new GraphBuilder()
            .Input("order")
            .Switch("IsLarge", ["order"])
            .Stage("Parse", ["order"])
            .Stage("Price", ["Parse", "order", "IsLarge"], ["IsLarge"])
            .Stage("Close", ["Price|Parse"])
            .Output("Close")
            .ContinueOnFailure()
            .Complete();

        Assert.All(graph.Graph.Stages, stage => Assert.True(stage.MayBeAbsent));
        Assert.Equal("Parse", graph.Requirements("Price"));
        Assert.Equal("Price|Parse", graph.Requirements("Close"));

        // A failure also fails the run, so it does not make the output absent.
        Assert.Empty(graph.Findings);
    }
}
