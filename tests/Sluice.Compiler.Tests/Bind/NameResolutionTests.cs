namespace Sluice.Compiler.Tests.Bind;

public class NameResolutionTests
{
    [Theory]
    [InlineData("Load")]
    [InlineData("LoadAsync")]
    public void From_names_a_stage_with_or_without_Async(string name) =>
        Assert.Equal(
            "Load() Other() Use(Load) => Use",
            new PipelineBuilder()
                .Stage("LoadAsync(): Cart")
                .Stage("Other(): Cart")
                .Stage($"Use([From:{name}] Cart cart, [From:Other] Cart second =): End")
                .EntryPoint("RunAsync(): End")
                .Bind()
                .Graph()
                .Replace("Load, Other", "Load", StringComparison.Ordinal)
        );

    [Fact]
    public void From_names_an_input() =>
        Assert.Equal(
            "Use(second) => Use",
            new PipelineBuilder()
                .Stage("Use([From:second] Cart cart): End")
                .EntryPoint("Run(Cart first, Cart second): End")
                .Bind()
                .Graph()
        );

    [Theory]
    [InlineData("pricing.Load", "pricing.Load")]
    [InlineData("stock.LoadAsync", "stock.Load")]
    public void From_names_a_stage_by_its_source(string name, string expected) =>
        Assert.Equal(
            $"Use({expected}) {expected}() => Use",
            new PipelineBuilder()
                .Source("pricing")
                .Source("stock")
                .Stage($"Use([From:{name}] Cart cart): End")
                .Stage("Load(): Cart", source: 1, unique: "pricing.Load")
                .Stage("Load(): Cart", source: 2, unique: "stock.Load")
                .EntryPoint("Run(): End")
                .Bind()
                .Graph()
        );

    [Fact]
    public void A_name_that_two_sources_share_is_ambiguous() =>
        Assert.Equal(
            "AmbiguousName: 'Load' in [From] on parameter 'cart' of stage 'Use' is ambiguous between stage 'pricing.Load' and stage "
                + "'stock.Load'. Write a unique name, such as 'pricing.Load'.",
            new PipelineBuilder()
                .Source("pricing")
                .Source("stock")
                .Stage("Use([From:Load] Cart cart): End")
                .Stage("Load(): Cart", source: 1, unique: "pricing.Load")
                .Stage("Load(): Cart", source: 2, unique: "stock.Load")
                .EntryPoint("Run(): End")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void A_source_finds_its_own_stages_first() =>
        Assert.Equal(
            "pricing.Load() Price(pricing.Load) => Price",
            new PipelineBuilder()
                .Source("pricing")
                .Source("stock")
                .Stage("Load(): Cart", source: 1, unique: "pricing.Load")
                .Stage("Price([From:Load] Cart cart): End", source: 1)
                .Stage("Load(): Cart", source: 2, unique: "stock.Load")
                .EntryPoint("Run(): End")
                .Bind()
                .Graph()
        );

    [Theory]
    [InlineData("first")]
    [InlineData("LoadCart")]
    public void A_stage_with_a_name_of_its_own_answers_to_its_method_too(string name) =>
        Assert.Equal(
            "first() second() Use(first) => Use",
            new PipelineBuilder()
                .Stage("LoadCart(): Cart", name: "first")
                .Stage("LoadMore(): Cart", name: "second")
                .Stage($"Use([From:{name}] Cart cart, [From:second] Cart more): End")
                .EntryPoint("Run(): End")
                .Bind()
                .Graph()
                .Replace("first, second", "first", StringComparison.Ordinal)
        );

    [Fact]
    public void A_stages_name_goes_before_the_name_of_anothers_method() =>
        Assert.Equal(
            "Tax() Compute() Use(Compute, Tax) => Use",
            new PipelineBuilder()
                .Stage("Compute(): Amount", name: "Tax")
                .Stage("Compute(): Amount")
                .Stage("Use([From:Compute] Amount a, [From:Tax] Amount b): End")
                .EntryPoint("Run(): End")
                .Bind()
                .Graph()
        );

    [Fact]
    public void An_unknown_name_comes_with_the_nearest() =>
        Assert.Equal(
            "UnknownProducer: [From] on parameter 'cart' of stage 'Use' names 'Laod', which is not a stage of the "
                + "pipeline or an input of 'Run'. Did you mean 'Load'?",
            new PipelineBuilder()
                .Stage("Load(): Cart")
                .Stage("Use([From:Laod] Cart cart): End")
                .EntryPoint("Run(): End")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void An_input_of_another_entry_point_is_named_as_one() =>
        Assert.Equal(
            "UnknownProducer: [From] on parameter 'cart' of stage 'Use' names 'cart', which is an input of other entry points, but "
                + "not of 'Close', which needs the value. Add the input.",
            new PipelineBuilder()
                .Stage("Use([From:cart] Cart cart): End")
                .EntryPoint("Run(Cart cart): End")
                .EntryPoint("Close(): End")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void A_default_value_stands_in_for_an_input_that_only_others_have() =>
        Assert.Equal(
            "Use(default) => Use",
            new PipelineBuilder()
                .Stage("Use([From:cart] Cart cart =): End")
                .EntryPoint("Run(Cart cart): End")
                .EntryPoint("Close(): End")
                .Bind()
                .Graph(1)
        );

    [Fact]
    public void A_producer_of_another_type_is_named_with_both_types() =>
        Assert.Equal(
            "ProducerOfWrongType: [From] on parameter 'cart' of stage 'Use' names 'Load', which produces 'Card', "
                + "but 'Cart' is needed. Name a producer of 'Cart', or change the type.",
            new PipelineBuilder()
                .Stage("Load(): Card")
                .Stage("Make(): Cart")
                .Stage("Use([From:Load] Cart cart): End")
                .EntryPoint("Run(): End")
                .Bind()
                .Messages()[0]
        );

    [Fact]
    public void From_may_name_what_converts_or_what_a_nullable_holds() =>
        Assert.Equal(
            "Cat() Count() Use(Cat, Count) => Use",
            new PipelineBuilder()
                .Convert("Cat", "Animal")
                .Stage("Cat(): Cat")
                .Stage("Count(): int")
                .Stage("Use([From:Cat] Animal animal, [From:Count] int? number): End")
                .EntryPoint("Run(Animal other, int? none): End")
                .Bind()
                .Graph()
        );

    [Fact]
    public void An_effect_produces_nothing_to_name() =>
        Assert.Contains(
            "names 'Log', which returns nothing, but 'Cart' is needed",
            new PipelineBuilder()
                .Stage("Log()")
                .Stage("Use([From:Log] Cart cart): End")
                .EntryPoint("Run(): End")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_stage_that_names_itself_is_an_error() =>
        Assert.Equal(
            "SelfDependency: Stage 'Grow' needs itself: [From] on its parameter 'tree' names the stage itself. Name another "
                + "producer.",
            new PipelineBuilder()
                .Stage("Grow([From:Grow] Tree tree): Tree")
                .EntryPoint("Run(Tree tree): Tree")
                .Bind()
                .OnlyFinding()
        );

    [Theory]
    [InlineData("pricing", "pricing.Load")]
    [InlineData("Pricing", "pricing.Load")]
    [InlineData("stock", "_stock.Load")]
    [InlineData("stockLoad", "_stock.Load")]
    public void The_member_of_stages_with_one_name_selects_a_parameter(string parameter, string producer) =>
        Assert.EndsWith(
            $"Use({producer}) => Use",
            Twice().Stage($"Use(Cart {parameter}): Quote").EntryPoint("Run(): Quote").Bind().Graph(),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_member_of_stages_with_one_name_selects_an_element_of_a_tuple() =>
        Assert.Equal(
            "pricing.Load() _stock.Load() => _stock.Load, pricing.Load",
            Twice().EntryPoint("Run(): (Cart Stock, Cart Pricing)").Bind().Graph()
        );

    [Fact]
    public void A_name_of_a_stage_or_an_input_comes_before_that_of_a_member()
    {
        Assert.EndsWith(
            "Use(Pricing) => Use",
            Twice()
                .Stage("Pricing(): Cart")
                .Stage("Use(Cart pricing): Quote")
                .EntryPoint("Run(): Quote")
                .Bind()
                .Graph(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "Use(pricing) => Use",
            Twice().Stage("Use(Cart pricing): Quote").EntryPoint("Run(Cart pricing): Quote").Bind().Graph()
        );
    }

    [Fact]
    public void A_member_that_brings_two_candidates_selects_none_by_itself()
    {
        var builder = Twice()
            .Stage("Reload(): Cart", source: 1, unique: "pricing.Reload")
            .Stage("Reload(): Cart", source: 2, unique: "_stock.Reload")
            .Stage("Show(Cart pricingReload): Receipt")
            .Stage("Use(Cart pricing): Quote");

        Assert.Equal(
            "pricing.Reload() Show(pricing.Reload) => Show",
            builder.EntryPoint("Run(): Receipt").Bind().Graph()
        );
        Assert.StartsWith(
            "AmbiguousProducer: Several stages or inputs produce 'Cart' for parameter 'pricing' of stage 'Use': stage 'pricing.Load' and stage 'pricing.Reload'.",
            builder.EntryPoint("Other(): Quote").Bind().OnlyFinding(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_member_of_a_stage_with_a_name_of_its_own_selects_nothing() =>
        Assert.StartsWith(
            "AmbiguousProducer: ",
            new PipelineBuilder()
                .Source("pricing")
                .Stage("Load(): Cart", source: 1)
                .Stage("Make(): Cart")
                .Stage("Use(Cart pricing): Quote")
                .EntryPoint("Run(): Quote")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    private static PipelineBuilder Twice() =>
        new PipelineBuilder()
            .Source("pricing")
            .Source("_stock")
            .Stage("Load(): Cart", source: 1, unique: "pricing.Load")
            .Stage("Load(): Cart", source: 2, unique: "_stock.Load");
}
