namespace Sluice.Compiler.Tests.Bind;

public class OutputBindingTests
{
    [Fact]
    public void A_stage_goes_before_an_input_of_the_same_type() =>
        Assert.Equal(
            "Trim(text) => Trim",
            new PipelineBuilder()
                .Stage("Trim(string text): string")
                .EntryPoint("Run(string text): string")
                .Bind()
                .Graph()
        );

    [Fact]
    public void A_stage_that_converts_goes_before_an_input_that_is_identical() =>
        Assert.Equal(
            "Cat() => Cat",
            new PipelineBuilder()
                .Convert("Cat", "Animal")
                .Stage("Cat(): Cat")
                .EntryPoint("Run(Animal animal): Animal")
                .Bind()
                .Graph()
        );

    [Fact]
    public void An_input_is_the_output_where_no_stage_fits() =>
        Assert.Equal(
            "Log(text) => text",
            new PipelineBuilder().Stage("Log(string text)").EntryPoint("Run(string text): string").Bind().Graph()
        );

    [Fact]
    public void Elements_of_a_tuple_bind_by_type_and_then_by_name() =>
        Assert.Equal(
            "Left() Right() Sum() => Right, Sum, Left",
            new PipelineBuilder()
                .Stage("Left(): Half")
                .Stage("Right(): Half")
                .Stage("Sum(): Total")
                .EntryPoint("Run(): (Half right, Total Item2, Half left)")
                .Bind()
                .Graph()
        );

    [Fact]
    public void A_named_producer_is_taken() =>
        Assert.Equal(
            "Left() => Left",
            new PipelineBuilder()
                .Stage("Left(): Half")
                .Stage("Right([From:Left] Half left): Half", only: [])
                .EntryPoint("Run(): [From:Left] Half")
                .Bind()
                .Graph()
        );

    [Fact]
    public void Several_producers_are_ambiguous_and_the_remedy_fits_the_place() =>
        Assert.Equal(
            [
                "AmbiguousProducer: Several stages or inputs produce 'Half' for the output of entry point 'Run': stage 'Left' and stage 'Right'. Name "
                    + "one with [return: From].",
                "AmbiguousProducer: Several stages or inputs produce 'Half' for output 'any' of entry point 'Both': stage 'Left' and stage 'Right'. "
                    + "Give the tuple's element the name of its producer.",
            ],
            new PipelineBuilder()
                .Stage("Left(): Half")
                .Stage("Right(): Half")
                .EntryPoint("Run(): Half")
                .EntryPoint("Both(): (Half any, Half left)")
                .Bind()
                .Messages()
        );

    [Fact]
    public void Each_missing_element_is_reported() =>
        Assert.Equal(
            [
                "MissingDependency: Nothing produces 'Cart' for output 'cart' of entry point 'Run'. Add a stage that returns it.",
                "MissingDependency: Nothing produces 'Order' for output 2 of entry point 'Run'. Add a stage that returns it.",
            ],
            new PipelineBuilder().EntryPoint("Run(): (Cart cart, Order)").Bind().Messages()
        );

    [Fact]
    public void A_tuples_element_that_has_the_name_of_an_input_gives_the_input_back() =>
        Assert.Equal(
            "Next(number) => number, Next",
            new PipelineBuilder()
                .Stage("Next(int number): int")
                .EntryPoint("Run(int number): (int Number, int Next)")
                .Bind()
                .Graph()
        );

    [Fact]
    public void A_stage_that_converts_is_preferred_to_an_input_of_the_very_type() =>
        Assert.Equal(
            "Load(key) => Load",
            new PipelineBuilder()
                .Stage("Load(Key key): Text")
                .EntryPoint("Run(Key key): Key")
                .Convert("Text", "Key")
                .Bind()
                .Graph()
        );
}
