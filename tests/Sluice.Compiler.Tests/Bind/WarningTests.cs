namespace Sluice.Compiler.Tests.Bind;

public class WarningTests
{
    [Fact]
    public void A_stage_that_nothing_uses_is_a_warning_and_no_obstacle()
    {
        var bound = new PipelineBuilder()
            .Stage("Parse(): Cart")
            .Stage("Price(Cart cart): Quote")
            .EntryPoint("Run(): Cart")
            .Bind();

        Assert.StartsWith(
            "UnusedStage: No entry point runs stage 'Price'",
            bound.OnlyFinding(),
            StringComparison.Ordinal
        );
        Assert.Equal("Parse() => Parse", bound.Graph());
    }

    [Fact]
    public void A_stage_of_a_shared_class_may_be_left_alone() =>
        Assert.Empty(
            new PipelineBuilder()
                .Source("shared")
                .Stage("Parse(): Cart")
                .Stage("Price(Cart cart): Quote", source: 1)
                .EntryPoint("Run(): Cart")
                .Bind()
                .Messages()
        );

    [Fact]
    public void A_pipeline_with_an_error_has_no_unused_stages() =>
        Assert.StartsWith(
            "MissingDependency",
            new PipelineBuilder()
                .Stage("Parse(): Cart")
                .Stage("Price(Cart cart): Quote")
                .EntryPoint("Run(): Receipt")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_value_that_may_be_null_is_a_warning_where_null_is_not_accepted() =>
        Assert.Equal(
            "NullableValue: A value that may be null goes from stage 'Find' to parameter 'cart' of stage 'Price', which takes 'Cart'. Let it take "
                + "'Cart?', or let the producer never provide null.",
            new PipelineBuilder()
                .Stage("Find(): Cart?")
                .Stage("Price(Cart cart): Quote")
                .EntryPoint("Run(): Quote")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void A_value_that_may_be_null_is_a_warning_where_it_is_the_output() =>
        Assert.Equal(
            "NullableValue: A value that may be null goes from stage 'Find' to the output of entry point 'Run', which takes 'Cart'. Declare it as 'Cart?', or let the producer "
                + "never provide null.",
            new PipelineBuilder().Stage("Find(): Cart?").EntryPoint("Run(): Cart").Bind().OnlyFinding()
        );

    [Fact]
    public void Null_is_not_what_an_optional_lacks() =>
        Assert.EndsWith(
            "which takes 'Optional<Cart>'. Let it take 'Optional<Cart?>', or let the producer never provide null.",
            new PipelineBuilder()
                .Stage("Find(): Cart?")
                .Stage("Price(Optional<Cart> cart): Quote")
                .EntryPoint("Run(): Quote")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_value_that_may_be_null_is_a_warning_through_a_conversion_too() =>
        Assert.StartsWith(
            "NullableValue: A value that may be null goes from input 'cat' to parameter 'animal'",
            new PipelineBuilder()
                .Convert("Cat", "Animal")
                .Stage("Pet(Animal animal): End")
                .EntryPoint("Run(Cat? cat): End")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void Null_is_welcome_where_it_is_accepted() =>
        Assert.Empty(
            new PipelineBuilder()
                .Stage("Find(int? start): Cart?")
                .Stage("Price(Cart? cart): Quote")
                .EntryPoint("Run(int? start): Quote")
                .Bind()
                .Messages()
        );

    [Fact]
    public void An_input_that_nothing_takes_is_a_warning_and_no_obstacle()
    {
        var bound = new PipelineBuilder()
            .Stage("Parse(Order order): Cart")
            .EntryPoint("Run(Order order, int limit): Cart")
            .Bind();

        Assert.Equal(
            "UnusedInput: Entry point 'Run' does not use its input 'limit': let a stage take a 'int', or remove the parameter",
            bound.OnlyFinding()
        );
        Assert.Equal("Parse(order) => Parse", bound.Graph());
    }

    [Theory]
    [InlineData("Parse(): Cart", "Run(Order _order): Cart")]
    [InlineData("Parse(string text = default): Cart", "Run(string text): Cart")]
    [InlineData("Parse(): Cart", "Run(Order order): (Cart cart, Order order)")]
    public void An_input_that_is_taken_or_meant_to_be_unused_is_no_warning(string stage, string entryPoint) =>
        Assert.Empty(new PipelineBuilder().Stage(stage).EntryPoint(entryPoint).Bind().Messages());

    [Fact]
    public void A_pipeline_with_an_error_has_no_unused_inputs() =>
        Assert.StartsWith(
            "MissingDependency",
            new PipelineBuilder().Stage("Parse(): Cart").EntryPoint("Run(int limit): Receipt").Bind().OnlyFinding(),
            StringComparison.Ordinal
        );
}
