namespace Sluice.Compiler.Tests.Bind;

public class EffectTests
{
    [Fact]
    public void An_effect_runs_where_what_it_takes_is_there_anyway() =>
        Assert.Equal(
            "Parse(order) Price(Parse) Log(Parse) Audit(order) => Price",
            new PipelineBuilder()
                .Stage("Parse(Order order): Cart")
                .Stage("Price(Cart cart): Quote")
                .Stage("Log(Cart cart)")
                .Stage("Audit(Order order)")
                .EntryPoint("Run(Order order): Quote")
                .Bind()
                .Graph()
        );

    [Fact]
    public void An_effect_pulls_no_producer_in_and_the_warning_says_what_it_lacks() =>
        Assert.Equal(
            [
                "UnusedStage: No entry point runs stage 'Price': no stage or output that runs takes the 'Quote' that it "
                    + "produces. Use the value, or remove the stage.",
                "UnusedStage: No entry point runs stage 'Log': 'Run' neither takes nor needs a 'Quote', which parameter 'quote' of "
                    + "stage 'Log' takes, and an effect does not cause producers to run. Provide the value, or remove the stage.",
            ],
            new PipelineBuilder()
                .Stage("Parse(Order order): Cart")
                .Stage("Price(Cart cart): Quote")
                .Stage("Log(Quote quote)")
                .EntryPoint("Run(Order order): Cart")
                .Bind()
                .Messages()
        );

    [Fact]
    public void An_optional_parameter_of_an_effect_pulls_no_producer_in_either() =>
        Assert.Equal(
            "Parse(order) Log(Parse, default) => Parse",
            new PipelineBuilder()
                .Stage("Parse(Order order): Cart")
                .Stage("Price(Cart cart): Quote")
                .Stage("Log(Cart cart, Quote quote =)")
                .EntryPoint("Run(Order order): Cart")
                .Bind()
                .Graph()
        );

    [Fact]
    public void An_effect_that_takes_nothing_runs_everywhere() =>
        Assert.Equal(
            "Parse(order) Tick() => Parse",
            new PipelineBuilder()
                .Stage("Parse(Order order): Cart")
                .Stage("Tick()")
                .EntryPoint("Run(Order order): Cart")
                .Bind()
                .Graph()
        );

    [Fact]
    public void An_entry_point_without_output_runs_every_effect_that_its_inputs_can_feed() =>
        Assert.Equal(
            "Parse(order) Price(Parse) Save(Price) Log(order) => ",
            new PipelineBuilder()
                .Stage("Parse(Order order): Cart")
                .Stage("Price(Cart cart): Quote")
                .Stage("Save(Quote quote)")
                .Stage("Log(Order order)")
                .Stage("Ship(Parcel parcel)")
                .EntryPoint("Run(Order order)")
                .EntryPoint("Send(Parcel parcel)")
                .Bind()
                .Graph()
        );

    [Fact]
    public void An_effect_with_a_gap_far_behind_it_is_left_out() =>
        Assert.Equal(
            "Ship(parcel) => ",
            new PipelineBuilder()
                .Stage("Parse(Order order): Cart")
                .Stage("Price(Cart cart): Quote")
                .Stage("Save(Quote quote)")
                .Stage("Ship(Parcel parcel)")
                .EntryPoint("Run(Order order)")
                .EntryPoint("Send(Parcel parcel)")
                .Bind()
                .Graph(1)
        );

    [Fact]
    public void An_entry_point_with_nothing_to_run_says_why() =>
        Assert.Equal(
            [
                "NothingToRun: Entry point 'Run' has no output and no effect to run: 'Run' has no 'Order' for parameter 'order' of "
                    + "stage 'Parse'. Return an output, or add a stage that returns nothing.",
            ],
            new PipelineBuilder()
                .Stage("Parse(Order order): Cart")
                .Stage("Save(Cart cart)")
                .EntryPoint("Run(Text text)")
                .Bind()
                .Messages()
        );

    [Fact]
    public void A_pipeline_without_effects_has_nothing_to_run() =>
        Assert.Contains(
            "the pipeline has no stage that returns nothing",
            new PipelineBuilder().Stage("Parse(): Cart").EntryPoint("Run()").Bind().OnlyFinding(),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("RunAsync")]
    [InlineData("Run")]
    public void Only_restricts_an_effect_to_the_entry_points_it_names(string name)
    {
        var bound = new PipelineBuilder()
            .Stage("Parse(Order order): Cart")
            .Stage("Log(Cart cart)", only: [name])
            .EntryPoint("RunAsync(Order order): Cart")
            .EntryPoint("TestAsync(Order order): Cart")
            .Bind();

        Assert.Equal("Parse(order) Log(Parse) => Parse", bound.Graph(0));
        Assert.Equal("Parse(order) => Parse", bound.Graph(1));
    }

    [Fact]
    public void Only_that_names_no_entry_point_is_an_error() =>
        Assert.Equal(
            "UnknownEntryPoint: Only on stage 'Log' names 'Runn', which is not an entry point of the pipeline. Its entry points: 'Run'.",
            new PipelineBuilder()
                .Stage("Log(Order order)", only: ["Runn"])
                .Stage("Save(Order order)")
                .EntryPoint("Run(Order order)")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void Only_in_a_shared_class_may_name_the_entry_points_of_other_pipelines() =>
        Assert.Equal(
            "Save(order) => ",
            new PipelineBuilder()
                .Source("shared")
                .Stage("Save(Order order)")
                .Stage("Log(Order order)", only: ["Other"], source: 1)
                .EntryPoint("Run(Order order)")
                .Bind()
                .Graph()
        );

    [Fact]
    public void Only_on_a_stage_with_an_output_is_a_warning() =>
        Assert.Equal(
            "OnlyOnProducer: Only has no effect on stage 'Parse' because the stage produces 'Cart' "
                + "and runs in every entry point that needs this value. Remove Only.",
            new PipelineBuilder().Stage("Parse(): Cart", only: ["Run"]).EntryPoint("Run(): Cart").Bind().OnlyFinding()
        );

    [Fact]
    public void An_effect_that_only_an_undecided_parameter_keeps_out_is_an_error() =>
        Assert.StartsWith(
            "AmbiguousProducer: Several stages or inputs produce 'Half' for parameter 'half' of stage 'Log'",
            new PipelineBuilder()
                .Stage("Left(): Half")
                .Stage("Right(): Half")
                .Stage("Log(Half half)")
                .EntryPoint("Run(): (Half left, Half right)")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_effect_that_an_unknown_name_keeps_out_is_an_error() =>
        Assert.StartsWith(
            "UnknownProducer: [From] on parameter 'cart' of stage 'Log' names 'Nobody'",
            new PipelineBuilder()
                .Stage("Parse(): Cart")
                .Stage("Log([From:Nobody] Cart cart)")
                .EntryPoint("Run(): Cart")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_effect_that_names_another_entry_points_input_is_left_out()
    {
        var bound = new PipelineBuilder()
            .Stage("Parse(): Cart")
            .Stage("Log([From:order] Order order)")
            .EntryPoint("Run(): Cart")
            .EntryPoint("Other(Order order): Cart")
            .Bind();

        Assert.Equal("Parse() => Parse", bound.Graph(0));
        Assert.Equal("Parse() Log(order) => Parse", bound.Graph(1));
    }

    [Fact]
    public void Producers_that_do_not_run_make_no_effect_ambiguous() =>
        Assert.Equal(
            "Count() => Count",
            new PipelineBuilder()
                .Stage("Left(): Half")
                .Stage("Right(): Half")
                .Stage("Count(): Total")
                .Stage("Log(Half half)")
                .EntryPoint("Run(): Total")
                .Bind()
                .Graph()
        );

    [Fact]
    public void Only_tells_an_entry_point_from_one_of_the_same_name_with_Async()
    {
        var bound = new PipelineBuilder()
            .Stage("SaveAsync(Order order)", only: ["RunAsync"])
            .Stage("Log(Order order)")
            .EntryPoint("Run(Order order)")
            .EntryPoint("RunAsync(Order order)")
            .Bind();

        Assert.Equal("Log(order) => ", bound.Graph());
        Assert.Equal("Save(order) Log(order) => ", bound.Graph(1));
    }
}
