namespace Sluice.Compiler.Tests.Bind;

public class FormTests
{
    [Theory]
    [InlineData("Optional<Cart>")]
    [InlineData("Outcome<Cart>")]
    [InlineData("Cart?")]
    public void A_parameter_that_accepts_absence_binds_by_the_type_inside(string type) =>
        Assert.Equal(
            "Load() Use(Load) => Use",
            new PipelineBuilder()
                .Stage("Load(): Cart")
                .Stage($"Use({type} cart): End")
                .EntryPoint("Run(): End")
                .Bind()
                .Graph()
        );

    [Theory]
    [InlineData("Optional<Cart>")]
    [InlineData("Outcome<Cart>")]
    public void A_stage_that_may_produce_nothing_binds_by_the_type_inside(string type) =>
        Assert.Equal(
            "Load() Use(Load) => Use",
            new PipelineBuilder()
                .Stage($"Load(): {type}")
                .Stage("Use(Cart cart): End")
                .EntryPoint("Run(): Optional<End>")
                .Bind()
                .Graph()
        );

    [Fact]
    public void An_input_that_may_be_absent_binds_by_the_type_inside() =>
        Assert.Equal(
            "Use(cart) => Use, cart",
            new PipelineBuilder()
                .Stage("Use(Optional<Cart> cart): End")
                .EntryPoint("Run(Optional<Cart> cart): (End, Outcome<Cart> cart)")
                .Bind()
                .Graph()
        );

    [Fact]
    public void A_nullable_value_prefers_the_producer_that_gives_exactly_it() =>
        Assert.Equal(
            "Count() Exact() Use(Exact) Other(Count) => Use, Other",
            new PipelineBuilder()
                .Stage("Count(): int")
                .Stage("Exact(): int?")
                .Stage("Use(int? count): End")
                .Stage("Other(int count): Rest")
                .EntryPoint("Run(): (End, Rest)")
                .Bind()
                .Graph()
        );

    [Theory]
    [InlineData("Optional<Cart?>", true)]
    [InlineData("Optional<Cart>", false)]
    [InlineData("Outcome<Cart?>", true)]
    [InlineData("Outcome<Cart>", false)]
    [InlineData("Cart?", true)]
    public void Null_inside_of_a_value_that_is_there_needs_a_type_inside_that_takes_it(string type, bool isAccepted) =>
        Assert.Equal(
            isAccepted ? 0 : 1,
            new PipelineBuilder()
                .Stage("Load(): Cart?")
                .Stage($"Use({type} cart): End")
                .EntryPoint("Run(): End")
                .Bind()
                .Messages()
                .Count(message => message.StartsWith("NullableValue", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData("Optional<Cart>", true)]
    [InlineData("Optional<Cart?>", false)]
    [InlineData("Cart?", false)]
    public void The_same_holds_for_an_output(string type, bool isWarned) =>
        Assert.Equal(
            isWarned ? 1 : 0,
            new PipelineBuilder().Stage("Load(): Cart?").EntryPoint($"Run(): {type}").Bind().Findings.Count
        );
}
