using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Tests.Bind;

/// <summary>Effects with <c>Always</c> bring in the stages that they need. One that no entry point can run is an error.</summary>
public class AlwaysTests
{
    [Theory]
    [InlineData("Quote quote")]
    [InlineData("Quote? quote")]
    [InlineData("Quote quote =")]
    public void It_runs_with_all_that_it_needs(string parameter) =>
        Assert.Equal(
            "Parse(order) Price(Parse) Log(Price) => Parse",
            new PipelineBuilder()
                .Stage("Parse(Order order): Cart")
                .Stage("Price(Cart cart): Quote")
                .Stage($"Log({parameter})", always: true)
                .EntryPoint("Run(Order order): Cart")
                .Bind()
                .Graph()
        );

    [Fact]
    public void What_it_brings_in_may_make_other_effects_possible() =>
        Assert.Equal(
            "Parse(order) Price(Parse) Show(Price) Log(Price) => Parse",
            new PipelineBuilder()
                .Stage("Parse(Order order): Cart")
                .Stage("Price(Cart cart): Quote")
                .Stage("Show(Quote quote)")
                .Stage("Log(Quote quote)", always: true)
                .EntryPoint("Run(Order order): Cart")
                .Bind()
                .Graph()
        );

    [Fact]
    public void A_guard_with_an_output_brings_in_what_it_needs() =>
        Assert.Equal(
            "Parse(order) Price(Parse) IsGood(Price) => Parse",
            new PipelineBuilder()
                .Stage("Parse(Order order): Cart")
                .Stage("Price(Cart cart): Quote")
                .Stage("IsGood(Quote quote): bool", guard: "", always: true)
                .EntryPoint("Run(Order order): Cart")
                .Bind()
                .Graph()
        );

    [Fact]
    public void An_entry_point_from_whose_inputs_it_cannot_be_derived_does_without_it()
    {
        var bound = new PipelineBuilder()
            .Stage("Parse(Order order): Cart")
            .Stage("Price(Customer customer): Quote")
            .Stage("Log(Quote quote)", always: true)
            .EntryPoint("Run(Order order): Cart")
            .EntryPoint("Sell(Order order, Customer customer): Cart")
            .Bind();

        Assert.Empty(bound.Findings);
        Assert.Equal("Parse(order) => Parse", bound.Graph(0));
        Assert.Equal("Parse(order) Price(customer) Log(Price) => Parse", bound.Graph(1));
    }

    [Theory]
    [InlineData("Run(Order order): Cart")]
    [InlineData("Run(Order order)")]
    public void One_that_no_entry_point_can_run_is_an_error_where_the_value_is_missing(string entryPoint)
    {
        var bound = new PipelineBuilder()
            .Stage("Parse(Order order): Cart")
            .Stage("Save(Cart cart)")
            .Stage("Price(Customer customer): Quote")
            .Stage("Log(Quote quote)", always: true)
            .EntryPoint(entryPoint)
            .Bind();

        Assert.Equal(
            "MissingDependency: Nothing produces 'Customer' for parameter 'customer' of stage 'Price'. Stage 'Log' always runs, so at least one entry point must be able to run it: let "
                + "an entry point take the missing value, or remove 'Always'.",
            bound.OnlyFinding()
        );
        Assert.Equal(new NodeReference(NodeKind.Stage, 2, 0), bound.Findings[0].Node);
    }

    [Fact]
    public void An_entry_point_that_Only_names_must_be_able_to_run_it() =>
        Assert.StartsWith(
            "MissingDependency: Nothing produces 'Customer' for parameter 'customer' of stage 'Price'",
            new PipelineBuilder()
                .Stage("Parse(Order order): Cart")
                .Stage("Price(Customer customer): Quote")
                .Stage("Log(Quote quote)", always: true, only: ["Run"])
                .EntryPoint("Run(Order order): Cart")
                .EntryPoint("Sell(Order order, Customer customer): Cart")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void Only_permits_it_in_the_named_entry_points_alone()
    {
        var bound = new PipelineBuilder()
            .Stage("Parse(Order order): Cart")
            .Stage("Price(Cart cart): Quote")
            .Stage("Log(Quote quote)", always: true, only: ["Sell"])
            .EntryPoint("Run(Order order): Cart")
            .EntryPoint("Sell(Order order): Cart")
            .Bind();

        Assert.Empty(bound.Findings);
        Assert.Equal("Parse(order) => Parse", bound.Graph(0));
        Assert.Equal("Parse(order) Price(Parse) Log(Price) => Parse", bound.Graph(1));
    }

    [Fact]
    public void It_runs_in_an_entry_point_without_an_output_and_in_one_with_an_output() =>
        Assert.Equal(
            ["Parse(order) Price(Parse) Log(Price) => ", "Parse(order) Price(Parse) Log(Price) => Parse"],
            Graphs(
                new PipelineBuilder()
                    .Stage("Parse(Order order): Cart")
                    .Stage("Price(Cart cart): Quote")
                    .Stage("Log(Quote quote)", always: true)
                    .EntryPoint("Run(Order order)")
                    .EntryPoint("Sell(Order order): Cart")
                    .Bind()
            )
        );

    [Fact]
    public void It_runs_even_if_a_condition_may_leave_its_value_out()
    {
        var bound = new PipelineBuilder()
            .Stage("IsLarge(Order order): bool")
            .Stage("Parse(Order order): Cart")
            .Stage("Price(Cart cart): Quote", when: ["IsLarge"])
            .Stage("Log(Quote quote)", always: true)
            .EntryPoint("Run(Order order): Cart")
            .Bind();

        Assert.Empty(bound.Findings);
        Assert.Equal(
            ["IsLarge", "Parse", "Price", "Log"],
            bound.Graphs[0].Stages.Select(stage => bound.Model.Stages[stage.Stage].Name)
        );
    }

    [Fact]
    public void One_of_a_shared_class_is_left_out_of_a_pipeline_that_cannot_run_it()
    {
        var bound = new PipelineBuilder()
            .Source("audit")
            .Stage("Parse(Order order): Cart")
            .Stage("Log(Quote quote)", always: true, source: 1)
            .EntryPoint("Run(Order order): Cart")
            .Bind();

        Assert.Empty(bound.Findings);
        Assert.Equal("Parse(order) => Parse", bound.Graph());
    }

    private static IEnumerable<string> Graphs(BoundPipeline bound) =>
        bound.Graphs.Select((_, index) => bound.Graph(index));
}
