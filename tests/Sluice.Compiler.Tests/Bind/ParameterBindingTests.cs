using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Bind;

public class ParameterBindingTests
{
    [Fact]
    public void A_parameter_takes_the_one_producer_of_its_type()
    {
        var bound = new PipelineBuilder()
            .Stage("Close(Quote quote, Stock stock): Receipt")
            .Stage("Price(Cart cart): Quote")
            .Stage("Reserve(Cart cart): Stock")
            .Stage("Parse(Order order): Cart")
            .EntryPoint("Run(Order order): Receipt")
            .Bind();

        Assert.Equal("Close(Price, Reserve) Price(Parse) Reserve(Parse) Parse(order) => Close", bound.Graph());
    }

    [Fact]
    public void A_token_and_a_context_are_supplied() =>
        Assert.Equal(
            "A(token, order, context) => A",
            new PipelineBuilder()
                .Stage("A(CancellationToken token, Order order, StageContext context): Cart")
                .EntryPoint("Run(Order order): Cart")
                .Bind()
                .Graph()
        );

    [Fact]
    public void Of_several_producers_the_name_decides_whatever_its_case() =>
        Assert.Equal(
            "Left() Right() Join(Right, Left) => Join",
            new PipelineBuilder()
                .Stage("Left(): Half")
                .Stage("Right(): Half")
                .Stage("Join(Half right, Half LEFT): Whole")
                .EntryPoint("Run(): Whole")
                .Bind()
                .Graph()
        );

    [Fact]
    public void An_input_is_found_by_name_among_stages() =>
        Assert.Equal(
            "Trim(text) Upper(Trim) Show(Upper) => Show",
            new PipelineBuilder()
                .Stage("Trim(string text): string")
                .Stage("Upper(string trim): string")
                .Stage("Show(string upper): Page")
                .EntryPoint("Run(string text): Page")
                .Bind()
                .Graph()
        );

    [Fact]
    public void An_identical_type_goes_before_a_conversion() =>
        Assert.Equal(
            "Cat() Feed(Cat) Pet(animal) => Pet",
            new PipelineBuilder()
                .Convert("Cat", "Animal")
                .Stage("Cat(): Cat")
                .Stage("Feed(Cat cat): Fed")
                .Stage("Pet(Animal animal): Pleased")
                .Stage("Both(Fed fed, Pleased pleased): End")
                .EntryPoint("Run(Animal animal): (Fed fed, Pleased pleased)")
                .Bind()
                .Graph()
                .Replace(" => Feed, Pet", " => Pet", StringComparison.Ordinal)
        );

    [Fact]
    public void A_conversion_is_taken_where_nothing_is_identical() =>
        Assert.Equal(
            "Cat() Pet(Cat) => Pet",
            new PipelineBuilder()
                .Convert("Cat", "Animal")
                .Stage("Cat(): Cat")
                .Stage("Pet(Animal animal): Pleased")
                .EntryPoint("Run(): Pleased")
                .Bind()
                .Graph()
        );

    [Fact]
    public void Of_several_conversions_the_name_decides() =>
        Assert.Equal(
            "Dog() Pet(Dog) => Pet",
            new PipelineBuilder()
                .Convert("Cat", "Animal")
                .Convert("Dog", "Animal")
                .Stage("Cat(): Cat")
                .Stage("Dog(): Dog")
                .Stage("Pet(Animal dog): Pleased")
                .EntryPoint("Run(): Pleased")
                .Bind()
                .Graph()
        );

    [Fact]
    public void Several_conversions_without_a_name_are_ambiguous() =>
        Assert.Equal(
            "AmbiguousProducer: Several stages or inputs produce 'Animal' for parameter 'animal' of stage 'Pet': input 'bird', stage 'Cat' and "
                + "stage 'Dog'. Name one with [From], or give the parameter 'animal' the name of one of them.",
            new PipelineBuilder()
                .Convert("Cat", "Animal")
                .Convert("Dog", "Animal")
                .Convert("Bird", "Animal")
                .Stage("Cat(): Cat")
                .Stage("Dog(): Dog")
                .Stage("Pet(Animal animal): Pleased")
                .EntryPoint("Run(Bird bird): Pleased")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void A_nullable_value_takes_exactly_its_type_first() =>
        Assert.Equal(
            "Maybe() Use(Maybe) => Use",
            new PipelineBuilder()
                .Stage("Plain(): int")
                .Stage("Maybe(): int?")
                .Stage("Use(int? count): End")
                .EntryPoint("Run(): End")
                .Bind()
                .Graph()
        );

    [Fact]
    public void A_nullable_value_takes_the_plain_one_where_nothing_else_is() =>
        Assert.Equal(
            "Plain() Use(Plain) => Use",
            new PipelineBuilder()
                .Stage("Plain(): int")
                .Stage("Use(int? count): End")
                .EntryPoint("Run(): End")
                .Bind()
                .Graph()
        );

    [Fact]
    public void A_plain_value_does_not_take_a_nullable_one() =>
        Assert.Equal(
            "MissingDependency: Nothing produces 'int' for parameter 'count' of stage 'Use'. Add a stage that returns it, or an "
                + "input of 'Run' that has its type. The closest match is 'int?' from stage 'Maybe'.",
            new PipelineBuilder()
                .Stage("Maybe(): int?")
                .Stage("Use(int count): End")
                .EntryPoint("Run(): End")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void A_default_value_is_left_to_the_call_where_nothing_produces_the_type() =>
        Assert.Equal(
            "A(default) => A",
            new PipelineBuilder().Stage("A(int count =): End").EntryPoint("Run(): End").Bind().Graph()
        );

    [Fact]
    public void A_default_value_gives_way_to_a_producer() =>
        Assert.Equal(
            "A(size) => A",
            new PipelineBuilder().Stage("A(int count =): End").EntryPoint("Run(int size): End").Bind().Graph()
        );

    [Fact]
    public void A_stage_is_no_producer_for_itself() =>
        Assert.Equal(
            "Trim(text) => Trim",
            new PipelineBuilder()
                .Stage("Trim(string value): string")
                .EntryPoint("Run(string text): string")
                .Bind()
                .Graph()
        );

    [Fact]
    public void A_stage_that_only_itself_could_feed_is_an_error_of_its_own() =>
        Assert.Equal(
            "SelfDependency: Stage 'Grow' needs itself: only the stage itself produces 'Tree', which its parameter 'tree' takes. "
                + "Add another stage or an input that produces it.",
            new PipelineBuilder().Stage("Grow(Tree tree): Tree").EntryPoint("Run(): Tree").Bind().OnlyFinding()
        );

    [Fact]
    public void Several_producers_and_no_name_are_an_error_that_lists_them()
    {
        var bound = new PipelineBuilder()
            .Stage("Left(): Half")
            .Stage("Right(): Half")
            .Stage("Use(Half half): End")
            .EntryPoint("Run(): End")
            .Bind();

        Assert.Equal(
            "AmbiguousProducer: Several stages or inputs produce 'Half' for parameter 'half' of stage 'Use': stage 'Left' and stage 'Right'. Name "
                + "one with [From], or give the parameter 'half' the name of one of them.",
            bound.OnlyFinding()
        );
        Assert.Equal(2, bound.Findings[0].Further.Count);
        Assert.Empty(bound.Graphs);
    }

    [Fact]
    public void What_is_missing_is_reported_once_for_all_entry_points_and_not_again_for_those_who_wait()
    {
        var bound = new PipelineBuilder()
            .Stage("Parse(Text text): Cart")
            .Stage("Price(Cart cart): Quote")
            .Stage("Close(Quote quote): Receipt")
            .EntryPoint("Run(): Receipt")
            .EntryPoint("Estimate(): Quote")
            .Bind();

        Assert.StartsWith("MissingDependency: Nothing produces 'Text'", bound.OnlyFinding(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_point_without_error_has_its_graph_although_another_has_none()
    {
        var bound = new PipelineBuilder()
            .Stage("Parse(Text text): Cart")
            .Stage("Count(): Total")
            .EntryPoint("Run(): Cart")
            .EntryPoint("Sum(): Total")
            .Bind();

        Assert.Equal(1, Assert.Single(bound.Graphs).EntryPoint);
    }

    [Fact]
    public void A_missing_type_is_not_reported_while_a_stage_is_not_well_formed() =>
        Assert.Equal(
            ["TaskParameter"],
            new PipelineBuilder()
                .Finding(Compiler.Rules.Rule.TaskParameter, Compiler.Model.NodeKind.Rejected)
                .Stage("Price(Cart cart): Quote")
                .EntryPoint("Run(): Quote")
                .Bind()
                .Findings.Select(finding => finding.Rule.ToString())
        );

    [Theory]
    [InlineData("List<Cart>", "List<Cart>")]
    [InlineData("Cart[]", "Cart[]")]
    [InlineData("Card", "Card")]
    [InlineData("cart", "cart")]
    public void The_message_names_the_nearest_type(string produced, string shown) =>
        Assert.EndsWith(
            $" The closest match is '{shown}' from stage 'Make'.",
            new PipelineBuilder()
                .Stage($"Make(): {produced}")
                .Stage("Far(): Thunderstorm")
                .Stage("Use(Cart cart): End")
                .EntryPoint("Run(): End")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_base_type_of_what_is_needed_is_near() =>
        Assert.EndsWith(
            "The closest match is 'Animal' from input 'found'.",
            new PipelineBuilder()
                .Convert("Cat", "Animal")
                .Stage("Use(Cat cat): End")
                .EntryPoint("Run(Animal found): End")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );
}
