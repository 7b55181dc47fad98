namespace Sluice.Compiler.Tests.Bind;

/// <summary>Optional parameters of effects. They do not decide whether the effect runs, and they do not bring in producers.</summary>
public class OptionalEffectTests
{
    [Theory]
    [InlineData("Quote quote =")]
    [InlineData("Quote? quote")]
    [InlineData("Optional<Quote> quote")]
    [InlineData("Outcome<Quote> quote")]
    public void An_effect_has_no_value_of_a_stage_that_does_not_run(string parameter) =>
        Assert.Equal(
            "Parse(order) Log(Parse, default) => Parse",
            new PipelineBuilder()
                .Stage("Parse(Order order): Cart")
                .Stage("Price(Cart cart): Quote")
                .Stage($"Log(Cart cart, {parameter})")
                .EntryPoint("Run(Order order): Cart")
                .Bind()
                .Graph()
        );

    [Theory]
    [InlineData("Quote quote =")]
    [InlineData("Quote? quote")]
    [InlineData("Optional<Quote> quote")]
    [InlineData("Outcome<Quote> quote")]
    public void An_effect_has_the_value_of_a_stage_that_runs(string parameter) =>
        Assert.Equal(
            "Parse(order) Price(Parse) Log(Parse, Price) => Price",
            new PipelineBuilder()
                .Stage("Parse(Order order): Cart")
                .Stage("Price(Cart cart): Quote")
                .Stage($"Log(Cart cart, {parameter})")
                .EntryPoint("Run(Order order): Quote")
                .Bind()
                .Graph()
        );

    [Theory]
    [InlineData("Quote quote =")]
    [InlineData("Quote? quote")]
    [InlineData("Optional<Quote> quote")]
    [InlineData("Outcome<Quote> quote")]
    public void Without_an_output_an_effect_runs_although_a_value_that_it_can_do_without_lacks_an_input(
        string parameter
    )
    {
        var bound = new PipelineBuilder()
            .Stage("Price(Customer customer): Quote")
            .Stage($"Log(Order order, {parameter})")
            .EntryPoint("Run(Order order)")
            .EntryPoint("Sell(Order order, Customer customer)")
            .Bind();

        Assert.Equal("Log(order, default) => ", bound.Graph(0));
        Assert.Equal("Price(customer) Log(order, Price) => ", bound.Graph(1));
    }

    [Fact]
    public void An_effect_is_left_out_where_the_entry_point_has_no_producer_at_all()
    {
        var bound = new PipelineBuilder()
            .Stage("Parse(Order order): Cart")
            .Stage("Log(Cart cart, Customer? customer)")
            .EntryPoint("Run(Order order): Cart")
            .EntryPoint("Sell(Order order, Customer customer): Cart")
            .Bind();

        Assert.Equal("Parse(order) => Parse", bound.Graph(0));
        Assert.Equal("Parse(order) Log(Parse, customer) => Parse", bound.Graph(1));
    }

    [Theory]
    [InlineData("Cart", "Parse(order) Log(Parse, default) => Parse")]
    [InlineData("[From:Guess] Quote", "Parse(order) Guess(Parse) Log(Parse, Guess) => Guess")]
    [InlineData(
        "[From:Haggle,Price] Quote",
        "Parse(order) Price(Parse) Haggle(Parse) Log(Parse, Price|Haggle) => Haggle|Price"
    )]
    public void An_effect_takes_of_a_merge_what_runs(string output, string graph) =>
        Assert.Equal(
            graph,
            new PipelineBuilder()
                .Stage("Parse(Order order): Cart")
                .Stage("Price(Cart cart): Quote")
                .Stage("Guess(Cart cart): Quote")
                .Stage("Haggle(Cart cart): Quote")
                .Stage("Log(Cart cart, [From:Price,Guess,Haggle] Quote? quote)")
                .EntryPoint($"Run(Order order): {output}")
                .Bind()
                .Graph()
        );

    [Fact]
    public void Without_an_output_an_effect_takes_of_a_merge_what_the_inputs_can_feed()
    {
        var bound = new PipelineBuilder()
            .Stage("Price(Customer customer): Quote")
            .Stage("Guess(Order order): Quote")
            .Stage("Log(Order order, [From:Price,Guess] Quote? quote)")
            .EntryPoint("Run(Order order)")
            .EntryPoint("Sell(Order order, Customer customer)")
            .Bind();

        Assert.Equal("Guess(order) Log(order, Guess) => ", bound.Graph(0));
        Assert.Equal("Price(customer) Guess(order) Log(order, Price|Guess) => ", bound.Graph(1));
    }

    [Fact]
    public void An_effect_has_the_value_of_a_guard_that_is_declared_after_it() =>
        Assert.Equal(
            "Parse(order) Log(Parse, IsGood) IsGood(Parse) => Parse",
            new PipelineBuilder()
                .Stage("Parse(Order order): Cart")
                .Stage("Log(Cart cart, [From:IsGood] bool? isGood)")
                .Stage("IsGood(Cart cart): bool", guard: "")
                .EntryPoint("Run(Order order): Cart")
                .Bind()
                .Graph()
        );
}
