namespace Sluice.Compiler.Tests.Bind;

public class ConditionalEffectTests
{
    [Fact]
    public void An_effect_runs_where_its_condition_is_asked_anyway() =>
        Assert.Equal(
            "IsLarge(order) Check(order)?IsLarge=true Log(order)?IsLarge=true Warn()?order2=true => Check",
            new PipelineBuilder()
                .Stage("IsLarge(Order order): bool")
                .Stage("Check(Order order): Report", when: ["IsLarge"])
                .Stage("Log(Order order)", when: ["IsLarge"])
                .Stage("Warn()", when: ["order2"])
                .EntryPoint("Run(Order order, bool order2): Optional<Report>")
                .Bind()
                .Graph()
        );

    [Fact]
    public void A_condition_pulls_no_stage_in_for_an_effect_and_the_warning_says_so() =>
        Assert.Equal(
            [
                "UnusedStage: No entry point runs stage 'IsLarge': no stage or output that runs takes the 'bool' that it "
                    + "produces. Use the value, or remove the stage.",
                "UnusedStage: No entry point runs stage 'Log': 'Run' neither takes nor needs 'IsLarge', which a condition of "
                    + "stage 'Log' needs, and an effect does not cause producers to run. Provide the value, or remove the stage.",
            ],
            new PipelineBuilder()
                .Stage("Parse(Order order): Cart")
                .Stage("IsLarge(Order order): bool")
                .Stage("Log(Order order)", when: ["IsLarge"])
                .EntryPoint("Run(Order order): Cart")
                .Bind()
                .Messages()
        );

    [Fact]
    public void A_method_is_called_for_the_condition_of_an_effect_where_what_it_takes_is_there() =>
        Assert.Equal(
            "Parse(order) Log(order)?IsLarge=true IsLarge(Parse, default) => Parse",
            new PipelineBuilder()
                .Stage("Parse(Order order): Cart")
                .Stage("Log(Order order)", when: ["IsLarge"])
                .Method("IsLarge(Cart cart, Quote quote =): bool")
                .Stage("Price(): Quote")
                .EntryPoint("Run(Order order): Cart")
                .EntryPoint("Price(): Quote")
                .Bind()
                .Graph()
        );

    [Fact]
    public void A_method_that_lacks_something_keeps_the_effect_out() =>
        Assert.Equal(
            "UnusedStage: No entry point runs stage 'Log': 'Run' neither takes nor needs a 'Quote', which parameter 'quote' of stage "
                + "'IsLarge' takes, and an effect does not cause producers to run. Provide the value, or remove the stage.",
            new PipelineBuilder()
                .Source("shared")
                .Stage("Parse(Order order): Cart")
                .Stage("Log(Order order)", when: ["IsLarge"])
                .Method("IsLarge(Quote quote): bool")
                .Stage("Price(): Quote", source: 1)
                .EntryPoint("Run(Order order): Cart")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void An_entry_point_without_output_pulls_conditions_in_with_all_that_they_need() =>
        Assert.Equal(
            "Parse(order) IsLarge(Parse) Log(order)?IsLarge=true?IsUrgent=true IsUrgent(order) => ",
            new PipelineBuilder()
                .Stage("Parse(Order order): Cart")
                .Stage("IsLarge(Cart cart): bool")
                .Stage("Log(Order order)", when: ["IsLarge", "IsUrgent"])
                .Method("IsUrgent(Order order): bool")
                .EntryPoint("Run(Order order)")
                .Bind()
                .Graph()
        );

    [Fact]
    public void An_effect_whose_condition_the_inputs_cannot_feed_is_left_out()
    {
        var bound = new PipelineBuilder()
            .Stage("Log(Order order)", when: ["IsLarge"])
            .Stage("Save(Order order)")
            .Stage("Print(Order order)", when: ["dry"])
            .Method("IsLarge(Limit limit): bool")
            .EntryPoint("Run(Order order)")
            .EntryPoint("Other(Order order, Limit limit, bool dry)")
            .Bind();

        Assert.Equal("Save(order) => ", bound.Graph());
        Assert.Equal("Log(order)?IsLarge=true Save(order) Print(order)?dry=true IsLarge(limit) => ", bound.Graph(1));
    }

    [Fact]
    public void An_effect_with_a_condition_on_another_entry_points_input_is_left_out_beside_an_output()
    {
        var bound = new PipelineBuilder()
            .Stage("Parse(): Cart")
            .Stage("Log()", when: ["dry"])
            .EntryPoint("Run(): Cart")
            .EntryPoint("Test(bool dry): Cart")
            .Bind();

        Assert.Equal("Parse() => Parse", bound.Graph());
        Assert.Equal("Parse() Log()?dry=true => Parse", bound.Graph(1));
    }

    [Fact]
    public void An_effect_whose_condition_names_nothing_is_an_error() =>
        Assert.StartsWith(
            "UnknownCondition: A condition of stage 'Log' names 'Nobody'",
            new PipelineBuilder()
                .Stage("Parse(): Cart")
                .Stage("Log()", when: ["Nobody"])
                .EntryPoint("Run(): Cart")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_effect_whose_condition_names_an_effect_is_an_error_in_an_entry_point_without_output() =>
        Assert.StartsWith(
            "InvalidCondition: The condition 'Save' of stage 'Log' cannot be used: it returns nothing.",
            new PipelineBuilder()
                .Stage("Save()")
                .Stage("Log()", when: ["Save"])
                .EntryPoint("Run()")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_effect_of_a_merge_runs_where_all_its_sources_are_there() =>
        Assert.Equal(
            "A() B() Both(A|B) => A, B",
            new PipelineBuilder()
                .Source("shared")
                .Stage("A(): Cart")
                .Stage("B(): Cart")
                .Stage("C(): Cart", source: 1)
                .Stage("Both([From:A,B] Cart cart)")
                .Stage("Lacking([From:A,C] Cart cart)", source: 1)
                .EntryPoint("Run(): ([From:A] Cart, [From:B] Cart)")
                .Bind()
                .Graph()
        );

    [Fact]
    public void Methods_whose_conditions_name_each_other_are_a_cycle() =>
        Assert.StartsWith(
            "Cycle: Each of these stages needs the next, so none can start: IsLarge -> IsUrgent -> IsLarge",
            new PipelineBuilder()
                .Stage("Parse(): Cart")
                .Stage("Log()", when: ["IsLarge"])
                .Method("IsLarge(): bool", when: ["IsUrgent"])
                .Method("IsUrgent(): bool", when: ["IsLarge"])
                .EntryPoint("Run(): Cart")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );
}
