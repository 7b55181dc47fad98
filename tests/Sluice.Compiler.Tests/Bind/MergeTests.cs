namespace Sluice.Compiler.Tests.Bind;

public class MergeTests
{
    [Fact]
    public void Several_names_are_a_merge_in_their_order() =>
        Assert.Equal(
            "A() B() Use(B|A|third) => Use",
            new PipelineBuilder()
                .Stage("A(): Cart")
                .Stage("B(): Cart")
                .Stage("Use([From:B,A,third] Cart cart): End")
                .EntryPoint("Run(Cart third): End")
                .Bind()
                .Graph()
        );

    [Fact]
    public void An_output_may_be_a_merge() =>
        Assert.Equal(
            "Cat() Dog() => Cat|Dog",
            new PipelineBuilder()
                .Convert("Cat", "Animal")
                .Convert("Dog", "Animal")
                .Stage("Cat(): Cat")
                .Stage("Dog(): Dog")
                .EntryPoint("Run(): [From:Cat,Dog] Animal")
                .Bind()
                .Graph()
        );

    [Fact]
    public void A_stage_waits_for_all_that_it_merges()
    {
        var graph = new PipelineBuilder()
            .Stage("A(): Cart")
            .Stage("B(): Cart")
            .Stage("Use([From:B,A] Cart cart): End")
            .EntryPoint("Run(): End")
            .Bind()
            .Graphs[0];

        Assert.Equal([0, 1], graph.Stages[2].Predecessors);
    }

    [Theory]
    [InlineData(
        "A,Nobody",
        "UnknownProducer: [From] on parameter 'cart' of stage 'Use' names 'Nobody', which is not a stage"
    )]
    [InlineData(
        "A,C",
        "ProducerOfWrongType: [From] on parameter 'cart' of stage 'Use' names 'C', which produces 'Card'"
    )]
    [InlineData(
        "A,Use",
        "SelfDependency: Stage 'Use' needs itself: [From] on its parameter 'cart' names the stage itself."
    )]
    [InlineData(
        "A,AAsync",
        "UnknownProducer: [From] on parameter 'cart' of stage 'Use' names 'AAsync', which it has already named. Remove one of "
            + "the two."
    )]
    [InlineData(
        "A,B",
        "AmbiguousName: 'B' in [From] on parameter 'cart' of stage 'Use' is ambiguous between stage 'B' and input 'B'."
    )]
    [InlineData(
        "A,other",
        "UnknownProducer: [From] on parameter 'cart' of stage 'Use' names 'other', which is an input"
    )]
    public void Each_source_of_a_merge_is_checked(string names, string expected) =>
        Assert.Contains(
            new PipelineBuilder()
                .Stage("A(): Cart")
                .Stage("B(): Cart")
                .Stage("C(): Card")
                .Stage($"Use([From:{names}] Cart cart): Cart")
                .EntryPoint("Run(Cart B): [From:Use] Cart")
                .EntryPoint("Rest(Cart other): ([From:A] Cart, [From:B] Cart, Card)")
                .Bind()
                .Messages(),
            message => message.StartsWith(expected, StringComparison.Ordinal)
        );

    [Fact]
    public void A_default_value_stands_in_for_a_merge_with_an_input_that_only_others_have()
    {
        var bound = new PipelineBuilder()
            .Stage("A(): Cart")
            .Stage("Use([From:A,other] Cart cart =): End")
            .EntryPoint("Run(): End")
            .EntryPoint("Rest(Cart other): End")
            .Bind();

        Assert.Equal("Use(default) => Use", bound.Graph());
        Assert.Equal("A() Use(A|other) => Use", bound.Graph(1));
    }

    [Fact]
    public void A_merge_of_several_kinds_of_collection_has_no_elements_to_go_through() =>
        Assert.Equal(
            "ProducerOfWrongType: [From] on parameter 'item' of stage 'Use' names 'B', which produces 'List<Item>', "
                + "but 'Item[]' is needed. Name a producer of 'Item[]', or change the type.",
            new PipelineBuilder()
                .Stage("A(): Item[]")
                .Stage("B(): List<Item>")
                .Stage("Use([From:A,B] [Each] Item item): End")
                .EntryPoint("Run(): End[]")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void A_merge_may_be_gone_through_element_by_element() =>
        Assert.Equal(
            "A() B() Use(*A|B) => Use",
            new PipelineBuilder()
                .Stage("A(): Item[]")
                .Stage("B(): Item[]")
                .Stage("Use([From:A,B] [Each] Item item): End")
                .EntryPoint("Run(): End[]")
                .Bind()
                .Graph()
        );

    [Fact]
    public void Null_is_warned_of_from_each_source() =>
        Assert.StartsWith(
            "NullableValue: A value that may be null goes from stage 'B' to parameter 'cart' of stage 'Use'",
            new PipelineBuilder()
                .Stage("A(): Optional<Cart>")
                .Stage("B(): Cart?")
                .Stage("Use([From:A,B] Cart cart): End")
                .EntryPoint("Run(): End")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );
}
