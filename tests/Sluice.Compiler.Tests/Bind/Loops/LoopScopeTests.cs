namespace Sluice.Compiler.Tests.Bind;

/// <summary>The candidates that parameters leave out because of loops, and the first values of loops.</summary>
public class LoopScopeTests
{
    [Fact]
    public void A_stage_that_the_decision_depends_on_does_not_take_its_result() =>
        Assert.Equal(
            "Begin(topic) Check(Begin, ^Decide:plan) Decide(Check) => Decide",
            new PipelineBuilder()
                .Stage("Begin(Topic topic): Draft")
                .Stage("Check(Draft draft, [Carried] Plan plan): Review")
                .Stage("Decide(Review review): Draft", loop: "Plan")
                .EntryPoint("Run(Topic topic, Plan plan): [From:Decide] Draft")
                .Bind()
                .Graph()
        );

    [Fact]
    public void A_stage_of_the_body_does_not_take_what_gives_the_first_value() =>
        Assert.Equal(
            "Improve(^Decide:start) Check(Improve, ^Decide:start) Decide(Check, Improve) => Decide",
            new PipelineBuilder()
                .Stage("Improve([Carried] Draft draft): Draft")
                .Stage("Check(Draft draft, [Carried] Draft before): Review")
                .Stage("Decide(Review review, Draft draft): Article", loop: "Draft")
                .EntryPoint("Run(Draft start): Article")
                .Bind()
                .Graph()
        );

    [Fact]
    public void A_stage_outside_does_not_take_a_value_of_the_body() =>
        Assert.Equal(
            "Improve(^Decide:start) Decide(Improve) Print(start, Decide) => Print",
            new PipelineBuilder()
                .Stage("Improve([Carried] Draft draft): Draft")
                .Stage("Decide(Draft draft): Article", loop: "Draft")
                .Stage("Print(Draft draft, Article article): Page")
                .EntryPoint("Run(Draft start): Page")
                .Bind()
                .Graph()
        );

    [Fact]
    public void An_output_does_not_take_a_value_of_the_body() =>
        Assert.Equal(
            "Improve(^Decide:start) Decide(Improve) => Decide",
            new PipelineBuilder()
                .Stage("Improve([Carried] Draft draft): Draft")
                .Stage("Decide([From:Improve] Draft draft): Draft", loop: "Draft", first: "start")
                .EntryPoint("Run(Draft start): [From:Decide] Draft")
                .Bind()
                .Graph()
        );

    [Fact]
    public void Candidates_are_left_out_before_names_count() =>
        Assert.Equal(
            "Improve(^Decide:start) Decide(Improve) Print(start, Decide) => Print",
            new PipelineBuilder()
                .Stage("Improve([Carried] Draft draft): Draft")
                .Stage("Decide(Draft start): Article", loop: "Draft")
                .Stage("Print(Draft improve, Article article): Page")
                .EntryPoint("Run(Draft start): Page")
                .Bind()
                .Graph()
        );

    [Fact]
    public void An_effect_that_could_take_a_value_of_the_body_or_another_says_which() =>
        Assert.StartsWith(
            "AmbiguousProducer: Several stages or inputs produce 'Draft' for parameter 'draft' of stage 'Save'",
            new PipelineBuilder()
                .Stage("Improve([Carried] Draft value): Draft")
                .Stage("Decide([From:Improve] Draft value): Article", loop: "Draft")
                .Stage("Save(Draft draft)")
                .EntryPoint("Run(Draft start): Article")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Improve", "Improve Save Decide")]
    [InlineData("start", "Improve Decide")]
    public void An_effect_runs_in_each_round_or_once(string from, string body) =>
        Assert.Equal(
            body,
            new PipelineBuilder()
                .Stage("Improve([Carried] Draft value): Draft")
                .Stage($"Save([From:{from}] Draft draft)")
                .Stage("Decide([From:Improve] Draft value): Article", loop: "Draft")
                .EntryPoint("Run(Draft start): Article")
                .Bind()
                .Body("Decide")
        );

    [Fact]
    public void A_stage_that_would_belong_to_the_body_by_one_candidate_alone_says_which() =>
        Assert.StartsWith(
            "AmbiguousProducer: Several stages or inputs produce 'Draft' for parameter 'text' of stage 'Check': input 'start' and stage "
                + "'Improve'.",
            new PipelineBuilder()
                .Stage("Improve([Carried] Draft text): Draft")
                .Stage("Check(Draft text): Review")
                .Stage("Decide(Review review, Draft text): Article", loop: "Draft")
                .EntryPoint("Run(Draft start): Article")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_first_value_is_never_one_of_the_body() =>
        Assert.Equal(
            "Improve(^Decide:start) Decide(Improve) => Decide",
            new PipelineBuilder()
                .Stage("Improve([Carried] Draft improve): Draft")
                .Stage("Decide(Draft improved): Article", loop: "Draft")
                .EntryPoint("Run(Draft start): Article")
                .Bind()
                .Graph()
        );

    [Theory]
    [InlineData(null, "first")]
    [InlineData("second", "second")]
    [InlineData("Begin", "Begin")]
    public void The_first_value_is_named_by_First_or_by_the_carried_parameter(string? first, string source) =>
        Assert.Contains(
            $"Check(^Decide:{source})",
            new PipelineBuilder()
                .Stage("Begin(Topic topic): Draft")
                .Stage("Check([Carried] Draft first): Review")
                .Stage("Note([From:Begin,first,second] Draft draft)")
                .Stage("Decide(Review review): Article", loop: "Draft", first: first)
                .EntryPoint("Run(Topic topic, Draft first, Draft second): Article")
                .Bind()
                .Graph(),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_first_value_that_nothing_gives_is_absent() =>
        Assert.Equal(
            "Check(^Decide, topic) Decide(Check) => Decide",
            new PipelineBuilder()
                .Stage("Check([Carried] Optional<Draft> draft, Topic topic): Review")
                .Stage("Decide(Review review): Article", loop: "Draft")
                .EntryPoint("Run(Topic topic): Article")
                .Bind()
                .Graph()
        );

    [Fact]
    public void The_carried_value_may_be_of_a_derived_type() =>
        Assert.Equal(
            "Check(^Decide:start) Decide(Check) => Decide",
            new PipelineBuilder()
                .Convert("Draft", "IDraft")
                .Stage("Check([Carried] IDraft draft): Review")
                .Stage("Decide(Review review): Article", loop: "Draft")
                .EntryPoint("Run(Draft start): Article")
                .Bind()
                .Graph()
        );

    [Fact]
    public void Carried_names_one_of_several_loops()
    {
        var bound = new PipelineBuilder()
            .Stage("Begin([Carried:Outer] Draft draft): Draft")
            .Stage("Check([Carried:Inner] Draft draft): Review")
            .Stage("Inner(Review review): Text", loop: "Draft", first: "Begin")
            .Stage("Outer([Carried:Outer] Draft draft, Text text): Book", loop: "Draft")
            .EntryPoint("Run(Draft start): Book")
            .Bind();

        Assert.Equal(
            "Begin(^Outer:start) Check(^Inner:Begin) Inner(Check) Outer(^Outer:start, Inner) => Outer",
            bound.Graph()
        );
    }

    [Fact]
    public void An_entry_point_that_does_not_run_the_decision_takes_an_ordinary_value()
    {
        var bound = new PipelineBuilder()
            .Stage("Check([Carried] Draft draft): Review")
            .Stage("Decide(Review review): Article", loop: "Draft")
            .EntryPoint("Run(Draft start): Article")
            .EntryPoint("CheckOnce(Draft draft): Review")
            .Bind();

        Assert.Equal("Check(^Decide:start) Decide(Check) => Decide", bound.Graph());
        Assert.Equal("Check(draft) => Check", bound.Graph(1));
    }

    [Fact]
    public void From_on_a_carried_parameter_counts_where_the_decision_does_not_run()
    {
        var bound = new PipelineBuilder()
            .Stage("Check([Carried] [From:other] Draft draft): Review")
            .Stage("Decide(Review review): Article", loop: "Draft")
            .Stage("Save([From:draft] Draft draft)", only: ["CheckOnce"])
            .EntryPoint("Run(Draft start): Article")
            .EntryPoint("CheckOnce(Draft draft, Draft other): Review")
            .Bind();

        Assert.Equal("Check(^Decide:start) Decide(Check) => Decide", bound.Graph());
        Assert.Equal("Check(other) Save(draft) => Check", bound.Graph(1));
    }

    [Fact]
    public void An_entry_point_that_runs_only_the_inner_loop_takes_the_value_of_the_outer_one_as_an_input()
    {
        var bound = new PipelineBuilder()
            .Stage("Write([Carried] Plan plan): Draft")
            .Stage("Check([Carried] Draft draft): Review")
            .Stage("Edit(Review review): Text", loop: "Draft")
            .Stage("Arrange(Text text): Book", loop: "Plan")
            .EntryPoint("Run(Plan start): Book")
            .EntryPoint("EditOnce(Plan plan): Text")
            .Bind();

        Assert.Equal("Write(^Arrange:start) Check(^Edit:Write) Edit(Check) Arrange(Edit) => Arrange", bound.Graph());
        Assert.Equal("Write(plan) Check(^Edit:Write) Edit(Check) => Edit", bound.Graph(1));
        Assert.Equal("Check Edit", bound.Body("Edit", 1));
    }
}
