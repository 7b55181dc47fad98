namespace Sluice.Compiler.Tests.Bind;

public class PrecedenceTests
{
    [Fact]
    public void After_orders_without_data() =>
        Assert.Equal(
            "Save(order) Log(order)<Save Parse(order) => Parse",
            new PipelineBuilder()
                .Stage("SaveAsync(Order order)")
                .Stage("Log(Order order)", after: ["SaveAsync"])
                .Stage("Parse(Order order): Cart")
                .EntryPoint("RunAsync(Order order): Cart")
                .Bind()
                .Graph()
        );

    [Fact]
    public void After_a_stage_that_does_not_run_means_nothing() =>
        Assert.Equal(
            "Parse() => Parse",
            new PipelineBuilder()
                .Stage("Parse(): Cart", after: ["Other"])
                .Stage("Other(): Order")
                .EntryPoint("Run(): Cart")
                .EntryPoint("Both(): (Cart cart, Order order)")
                .Bind()
                .Graph(0)
        );

    [Fact]
    public void A_stage_that_is_both_needed_and_named_is_one_predecessor()
    {
        var bound = new PipelineBuilder()
            .Stage("Parse(): Cart")
            .Stage("Pair(Cart a, Cart b): End", after: ["Parse"])
            .EntryPoint("Run(): End")
            .Bind();

        Assert.Equal("Parse() Pair(Parse, Parse) => Pair", bound.Graph());
        Assert.Equal([0], bound.Graphs[0].Stages[1].Predecessors);
    }

    [Fact]
    public void A_name_that_is_no_stage_is_an_error_with_the_nearest() =>
        Assert.Equal(
            "UnknownPredecessor: [After] on stage 'Parse' names 'Svae', which is not a stage of the pipeline. Did you mean 'Save'?",
            new PipelineBuilder()
                .Stage("Save()")
                .Stage("Parse(): Cart", after: ["Svae"])
                .EntryPoint("Run(): Cart")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void An_input_is_no_stage_to_wait_for() =>
        Assert.Equal(
            "UnknownPredecessor: [After] on stage 'Parse' names 'order', which is an input, and inputs are available "
                + "before any stage. Remove it.",
            new PipelineBuilder()
                .Stage("Parse(Order order): Cart", after: ["order"])
                .EntryPoint("Run(Order order): Cart")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void A_stage_cannot_come_after_itself() =>
        Assert.Equal(
            "SelfDependency: Stage 'Parse' needs itself: its [After] names the stage itself. Remove the name.",
            new PipelineBuilder()
                .Stage("Parse(): Cart", after: ["Parse"])
                .EntryPoint("Run(): Cart")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void A_name_that_fits_several_is_an_error() =>
        Assert.Equal(
            "AmbiguousName: 'Load' in [After] on stage 'Use' is ambiguous between 'a.Load' and 'b.Load'. Write a unique name, such as "
                + "'a.Load'.",
            new PipelineBuilder()
                .Source("a")
                .Source("b")
                .Stage("Use(): End", after: ["Load"])
                .Stage("Load()", source: 1, unique: "a.Load")
                .Stage("Load()", source: 2, unique: "b.Load")
                .EntryPoint("Run(): End")
                .Bind()
                .OnlyFinding()
        );
}
