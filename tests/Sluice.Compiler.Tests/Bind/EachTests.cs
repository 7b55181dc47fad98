using Sluice.Compiler.Model;

namespace Sluice.Compiler.Tests.Bind;

public class EachTests
{
    [Theory]
    [InlineData("Item[]")]
    [InlineData("List<Item>")]
    [InlineData("IReadOnlyList<Item>")]
    [InlineData("IEnumerable<Item>")]
    public void Each_takes_the_elements_of_a_collection(string collection) =>
        Assert.Equal(
            "Load() Price(*Load) => Price",
            new PipelineBuilder()
                .Stage($"Load(): {collection}")
                .Stage("Price([Each] Item item): Quote")
                .EntryPoint("Run(): Quote[]")
                .Bind()
                .Graph()
        );

    [Fact]
    public void Each_goes_by_the_name_where_several_have_the_elements() =>
        Assert.Equal(
            "Old() New() Price(*New) Rest(*Old, old) => Price, Rest",
            new PipelineBuilder()
                .Stage("Old(): Item[]")
                .Stage("New(): List<Item>")
                .Stage("Price([Each] Item neW): Quote")
                .Stage("Rest([From:Old] [Each] Item item, Cart cart): Left")
                .EntryPoint("Run(Cart old): (Quote[], Left[])")
                .Bind()
                .Graph()
        );

    [Fact]
    public void Each_takes_elements_that_convert_where_none_is_exact() =>
        Assert.Equal(
            "Pet(*cats) => Pet",
            new PipelineBuilder()
                .Convert("Cat", "Animal")
                .Stage("Pet([Each] Animal animal): Purr")
                .EntryPoint("Run(Cat[] cats): Purr[]")
                .Bind()
                .Graph()
        );

    [Fact]
    public void Each_goes_through_the_results_of_another() =>
        Assert.Equal(
            "Price(*items) Tax(*Price) Sum(Tax) => Sum",
            new PipelineBuilder()
                .Convert("Tax[]", "IReadOnlyList<Tax>")
                .Stage("Price([Each] Item item): Quote")
                .Stage("Tax([Each] Quote quote): Tax")
                .Stage("Sum(IReadOnlyList<Tax> taxes): Total")
                .EntryPoint("Run(Item[] items): Total")
                .Bind()
                .Graph()
        );

    [Fact]
    public void A_stage_that_gives_what_it_takes_does_not_go_through_its_own_results() =>
        Assert.Equal(
            "Clean(*items) => Clean",
            new PipelineBuilder()
                .Stage("Clean([Each] Item item): Item")
                .EntryPoint("Run(Item[] items): Item[]")
                .Bind()
                .Graph()
        );

    [Fact]
    public void Flatten_takes_the_elements_of_the_elements() =>
        Assert.Equal(
            "Price(*orders) => Price",
            new PipelineBuilder()
                .Stage("Price([Each:Flatten] Item item): Quote")
                .EntryPoint("Run(List<Item[]> orders, Item[] items): Quote[]")
                .Bind()
                .Graph()
        );

    [Theory]
    [InlineData(
        "[Each] Item item",
        "Item",
        "'IReadOnlyList<Item>', but stage 'Load' produces 'Item'. Remove [Each], or produce a collection."
    )]
    [InlineData(
        "[From:Load] [Each] Item item",
        "Item",
        "'IReadOnlyList<Item>', but stage 'Load' produces 'Item'. Remove [Each], or produce a collection."
    )]
    [InlineData(
        "[Each] Item item",
        "Item[][]",
        "'IReadOnlyList<Item>', but stage 'Load' produces 'Item[][]'. Write [Each(Flatten = true)]."
    )]
    [InlineData(
        "[Each:Flatten] Item item",
        "Item[]",
        "'IReadOnlyList<IReadOnlyList<Item>>', but stage 'Load' produces 'Item[]'. Remove Flatten from [Each]."
    )]
    public void Each_without_a_collection_is_an_error(string parameter, string produced, string expected) =>
        Assert.Equal(
            "EachWithoutCollection: [Each] on parameter 'item' of stage 'Price' takes the elements of a collection, such as "
                + expected,
            new PipelineBuilder()
                .Stage($"Load(): {produced}")
                .Stage($"Price({parameter}): Quote")
                .EntryPoint("Run(): Quote[]")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void Each_of_what_nothing_produces_is_missing_its_collection() =>
        Assert.StartsWith(
            "MissingDependency: Nothing produces 'IReadOnlyList<Item>' for parameter 'item' of stage 'Price'.",
            new PipelineBuilder()
                .Stage("Price([Each] Item item): Quote")
                .EntryPoint("Run(): Quote[]")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Quote quote")]
    [InlineData("[From:Price] Quote quote")]
    public void One_of_many_results_is_an_error(string parameter) =>
        Assert.Equal(
            "SingleResultOfEach: One 'Quote' is needed for parameter 'quote' of stage 'Close', but stage "
                + "'Price' runs for each element and produces several. Take 'IReadOnlyList<Quote>', or mark the parameter with [Each].",
            new PipelineBuilder()
                .Stage("Price([Each] Item item): Quote")
                .Stage($"Close({parameter}): Receipt")
                .EntryPoint("Run(Item[] items): Receipt")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void One_of_many_results_as_the_output_is_an_error() =>
        Assert.Equal(
            "SingleResultOfEach: One 'Quote' is needed for the output of entry point 'Run', but stage "
                + "'Price' runs for each element and produces several. Declare it as 'IReadOnlyList<Quote>'.",
            new PipelineBuilder()
                .Stage("Price([Each] Item item): Quote")
                .EntryPoint("Run(Item[] items): Quote")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void An_effect_that_another_entry_point_gives_one_is_left_out()
    {
        var bound = new PipelineBuilder()
            .Stage("Price([Each] Item item): Quote")
            .Stage("Log(Quote quote)")
            .EntryPoint("Run(Item[] items): Quote[]")
            .EntryPoint("Test(Quote quote)")
            .Bind();

        Assert.Equal("Price(*items) => Price", bound.Graph());
        Assert.Equal("Log(quote) => ", bound.Graph(1));
    }

    [Fact]
    public void An_effect_that_takes_one_of_many_results_is_an_error() =>
        Assert.StartsWith(
            "SingleResultOfEach: One 'Quote' is needed for parameter 'quote' of stage 'Log'",
            new PipelineBuilder()
                .Stage("Price([Each] Item item): Quote")
                .Stage("Log(Quote quote)")
                .EntryPoint("Run(Item[] items): Quote[]")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Outcome<Quote>[]", (int)ValueForm.Outcome)]
    [InlineData("IReadOnlyList<Outcome<Quote>>", (int)ValueForm.Outcome)]
    [InlineData("IEnumerable<Optional<Quote>>", (int)ValueForm.Optional)]
    [InlineData("Quote[]", (int)ValueForm.Plain)]
    public void Results_are_taken_in_the_form_in_which_they_are_asked_for(string type, int form)
    {
        var bound = new PipelineBuilder()
            .Stage("Price([Each] Item item): Quote")
            .Stage($"Sum({type} quotes): Total")
            .EntryPoint("Run(Item[] items): Total")
            .Bind();

        Assert.Equal("Price(*items) Sum(Price) => Sum", bound.Graph());
        Assert.Equal((ValueForm)form, bound.Graphs[0].Stages[0].ResultForm);
    }

    [Fact]
    public void Results_may_be_gone_through_as_outcomes()
    {
        var bound = new PipelineBuilder()
            .Stage("Price([Each] Item item): Quote")
            .Stage("Check([Each] Outcome<Quote> quote): Report")
            .EntryPoint("Run(Item[] items): Report[]")
            .Bind();

        Assert.Equal("Price(*items) Check(*Price) => Check", bound.Graph());
        Assert.Equal(ValueForm.Outcome, bound.Graphs[0].Stages[0].ResultForm);
    }

    [Fact]
    public void Results_go_to_an_output_as_outcomes_too() =>
        Assert.Equal(
            ValueForm.Outcome,
            new PipelineBuilder()
                .Stage("Price([Each] Item item): Optional<Quote>")
                .EntryPoint("Run(Item[] items): IReadOnlyList<Outcome<Quote>>")
                .Bind()
                .Graphs[0]
                .Stages[0]
                .ResultForm
        );

    [Fact]
    public void A_stage_that_produces_exactly_the_outcomes_goes_first()
    {
        var bound = new PipelineBuilder()
            .Stage("Price([Each] Item item): Quote")
            .Stage("All(Quote[] quotes): Outcome<Quote>[]")
            .Stage("Sum(Outcome<Quote>[] quotes): Total")
            .EntryPoint("Run(Item[] items): Total")
            .Bind();

        Assert.Equal("Price(*items) All(Price) Sum(All) => Sum", bound.Graph());
        Assert.Equal(ValueForm.Plain, bound.Graphs[0].Stages[0].ResultForm);
    }

    [Fact]
    public void A_list_of_outcomes_that_is_no_array_is_not_what_results_come_in() =>
        Assert.StartsWith(
            "MissingDependency: Nothing produces 'List<Outcome<Quote>>'",
            new PipelineBuilder()
                .Stage("Price([Each] Item item): Quote")
                .Stage("Sum(List<Outcome<Quote>> quotes): Total")
                .EntryPoint("Run(Item[] items): Total")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void Results_that_are_taken_in_several_forms_are_an_error() =>
        Assert.Equal(
            "MixedResultForms: Stage 'Price' runs for each element, and its results are taken in several forms: parameter 'quotes' of "
                + "stage 'Sum' takes 'Outcome<Quote>[]' and the output of entry point 'Run' takes 'Quote[]'. Let all take them in "
                + "one form.",
            new PipelineBuilder()
                .Stage("Price([Each] Item item): Quote")
                .Stage("Sum(Outcome<Quote>[] quotes)")
                .EntryPoint("Run(Item[] items): Quote[]")
                .Bind()
                .OnlyFinding()
        );

    [Theory]
    [InlineData("Price([Each] Item item): Quote", "Item[] items", false)]
    [InlineData("PriceAsync([Each] Item item): Quote", "Item[] items", true)]
    [InlineData("Price([Each] Item item): Quote", "IAsyncEnumerable<Item> items", true)]
    [InlineData("Price([Each:Flatten] Item item): Quote", "IAsyncEnumerable<Item[]> items", true)]
    [InlineData("Price([Each] Item item): Quote", "List<Item> items", false)]
    public void A_stage_that_goes_through_a_stream_is_asynchronous(string stage, string input, bool expected) =>
        Assert.Equal(
            expected,
            new PipelineBuilder()
                .Stage(stage)
                .EntryPoint($"RunAsync({input}): Quote[]")
                .Bind()
                .Graphs[0]
                .Stages[0]
                .IsAsynchronous
        );

    [Fact]
    public void A_synchronous_entry_point_goes_through_no_stream() =>
        Assert.Equal(
            "AsynchronousStageBehindSynchronousEntryPoint: Entry point 'Run' is synchronous, but it runs stage 'Price', which enumerates "
                + "a stream: Run -> Price. Return 'ValueTask<Quote[]>', or give the stage a collection that is not a stream.",
            new PipelineBuilder()
                .Stage("Price([Each] Item item): Quote")
                .EntryPoint("Run(IAsyncEnumerable<Item> items): Quote[]")
                .Bind()
                .OnlyFinding()
        );
}
