namespace Sluice.Compiler.Tests.Bind;

/// <summary>The stages that belong to the body of a loop.</summary>
public class LoopBodyTests
{
    [Fact]
    public void A_body_has_the_stages_between_the_carried_value_and_the_decision()
    {
        var bound = new PipelineBuilder()
            .Stage("Begin(Topic topic): Draft")
            .Stage("Research(Topic topic): Facts")
            .Stage("Check([Carried] Draft draft, Facts facts): Review")
            .Stage("Rate(Review review): Score")
            .Stage("Decide([Carried] Draft draft, Score score): Article", loop: "Draft")
            .Stage("Print(Article article): Page")
            .EntryPoint("Run(Topic topic): Page")
            .Bind();

        Assert.Equal(
            "Begin(topic) Research(topic) Check(^Decide:Begin, Research) Rate(Check) Decide(^Decide:Begin, Rate) Print(Decide) => Print",
            bound.Graph()
        );
        Assert.Equal("Check Rate Decide", bound.Body("Decide"));
    }

    [Fact]
    public void A_way_leads_over_a_condition() =>
        Assert.Equal(
            "IsLong Check Decide",
            new PipelineBuilder()
                .Stage("IsLong([Carried] Draft draft): bool")
                .Stage("Check(Topic topic): Review", when: ["IsLong"])
                .Stage("Decide(Optional<Review> review): Article", loop: "Draft")
                .EntryPoint("Run(Topic topic, Draft start): Article")
                .Bind()
                .Body("Decide")
        );

    [Fact]
    public void A_way_leads_over_a_merge() =>
        Assert.Equal(
            "Check CheckFast Decide",
            new PipelineBuilder()
                .Method("IsLong(Topic topic): bool")
                .Stage("Check([Carried] Draft draft): Review", when: ["IsLong"])
                .Stage("CheckFast([Carried] Draft draft): Review", when: ["!IsLong"])
                .Stage("Decide([From:Check,CheckFast] Review review): Article", loop: "Draft")
                .EntryPoint("Run(Topic topic, Draft start): Article")
                .Bind()
                .Body("Decide")
        );

    [Fact]
    public void A_way_leads_over_After() =>
        Assert.Equal(
            "Save Check Decide",
            new PipelineBuilder()
                .Stage("Save([Carried] Draft draft): Receipt")
                .Stage("Check(Topic topic): Review", after: ["Save"])
                .Stage("Decide(Review review, Receipt receipt): Article", loop: "Draft")
                .EntryPoint("Run(Topic topic, Draft start): Article")
                .Bind()
                .Body("Decide")
        );

    [Fact]
    public void From_names_stages_at_which_the_body_begins() =>
        Assert.Equal(
            "Poll Rate Decide",
            new PipelineBuilder()
                .Stage("PollAsync(Job job): State")
                .Stage("Load(Job job): Facts")
                .Stage("Rate(State state, Facts facts): Score")
                .Stage("Decide(Score score): Article", loop: "", from: ["PollAsync"])
                .EntryPoint("RunAsync(Job job): Article")
                .Bind()
                .Body("Decide")
        );

    [Fact]
    public void Elements_of_the_carried_value_may_be_taken()
    {
        var bound = new PipelineBuilder()
            .Stage("Check([Carried] [Each] Line line): Review")
            .Stage("Decide(Review[] reviews): Article", loop: "Line[]")
            .EntryPoint("Run(Line[] start): Article")
            .Bind();

        Assert.Equal("Check(*^Decide:start) Decide(Check) => Decide", bound.Graph());
        Assert.Equal("Check Decide", bound.Body("Decide"));
    }

    [Fact]
    public void Effects_that_take_the_carried_value_or_a_value_of_the_body_belong_to_it()
    {
        var bound = new PipelineBuilder()
            .Stage("Check([Carried] Draft draft): Review")
            .Stage("Log([Carried] Draft draft)")
            .Stage("Count(Review review)")
            .Stage("Decide(Review review): Article", loop: "Draft")
            .Stage("Start(Draft draft)")
            .Stage("Save(Article article)")
            .EntryPoint("Run(Draft start): Article")
            .Bind();

        Assert.Equal("Check Log Count Decide", bound.Body("Decide"));
        Assert.Equal(
            "Check(^Decide:start) Log(^Decide:start) Count(Check) Decide(Check)<Log<Count Start(start) Save(Decide) => Decide",
            bound.Graph()
        );
    }

    [Fact]
    public void Conditions_of_the_effects_of_a_body_belong_to_it() =>
        Assert.Equal(
            "IsBad Check Warn Alert Decide",
            new PipelineBuilder()
                .Method("IsBad(Review review): bool")
                .Stage("Check([Carried] Draft draft): Review")
                .Stage("Warn([Carried] Draft draft)", when: ["IsBad"])
                .Stage("Alert(Topic topic)", when: ["IsBad"])
                .Stage("Decide(Review review): Article", loop: "Draft")
                .EntryPoint("Run(Draft start, Topic topic): Article")
                .Bind()
                .Body("Decide")
        );

    [Fact]
    public void The_decision_waits_for_the_guards_of_its_body()
    {
        var bound = new PipelineBuilder()
            .Stage("Check([Carried] Draft draft): Review")
            .Stage("IsPlausible(Review review)", guard: "")
            .Stage("Log(Verdict verdict)")
            .Stage("Judge([Carried] Draft draft): Verdict", guard: "")
            .Stage("Decide(Review review): Article", loop: "Draft")
            .EntryPoint("Run(Draft start): Article")
            .Bind();

        Assert.Equal("Check IsPlausible Log Judge Decide", bound.Body("Decide"));
        Assert.Contains("Decide(Check)<IsPlausible", bound.Graph(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_after_a_stage_of_the_body_waits_for_the_end_of_the_loop()
    {
        var bound = new PipelineBuilder()
            .Stage("Check([Carried] Draft draft): Review")
            .Stage("Decide(Review review): Article", loop: "Draft")
            .Stage("Title(Topic topic): Headline", after: ["Check"])
            .EntryPoint("Run(Draft start, Topic topic): (Article article, Headline title)")
            .Bind();

        Assert.Equal("Check(^Decide:start) Decide(Check) Title(topic)<Check<Decide => Decide, Title", bound.Graph());
        Assert.Equal("Check Decide", bound.Body("Decide"));
    }

    [Fact]
    public void A_loop_inside_of_another_runs_in_each_of_its_rounds()
    {
        var bound = new PipelineBuilder()
            .Stage("Write([Carried] Plan plan): Draft")
            .Stage("Check([Carried] Draft draft): Review")
            .Stage("Edit([Carried] Draft draft, Review review): Text", loop: "Draft")
            .Stage("Arrange([Carried] Plan plan, Text text): Book", loop: "Plan")
            .EntryPoint("Run(Plan start): Book")
            .Bind();

        Assert.Equal("Check Edit", bound.Body("Edit"));
        Assert.Equal("Write Check Edit Arrange", bound.Body("Arrange"));
        Assert.Contains("Check(^Edit:Write)", bound.Graph(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_whose_stages_take_a_value_of_an_outer_round_lies_inside()
    {
        var bound = new PipelineBuilder()
            .Stage("Measure([Carried] Plan plan): Size")
            .Stage("Check([Carried] Draft draft, Size size): Review")
            .Stage("Edit(Review review): Text", loop: "Draft")
            .Stage("Arrange(Text text): Book", loop: "Plan")
            .EntryPoint("Run(Plan plan, Draft draft): Book")
            .Bind();

        Assert.Equal("Check Edit", bound.Body("Edit"));
        Assert.Equal("Measure Check Edit Arrange", bound.Body("Arrange"));
    }

    [Fact]
    public void Loops_that_follow_one_another_are_apart()
    {
        var bound = new PipelineBuilder()
            .Stage("Check([Carried] Draft draft): Review")
            .Stage("Edit(Review review): Text", loop: "Draft")
            .Stage("Rate([Carried] Text text): Score")
            .Stage("Shorten(Score score): Book", loop: "Text")
            .EntryPoint("Run(Draft draft): Book")
            .Bind();

        Assert.Equal("Check Edit", bound.Body("Edit"));
        Assert.Equal("Rate Shorten", bound.Body("Shorten"));
        Assert.Contains("Rate(^Shorten:Edit)", bound.Graph(), StringComparison.Ordinal);
    }
}
