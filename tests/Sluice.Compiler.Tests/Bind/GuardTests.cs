using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

namespace Sluice.Compiler.Tests.Bind;

/// <summary>The stages that a guard checks, the stages that wait for it, and the stages that it runs again.</summary>
public class GuardTests
{
    [Fact]
    public void Whatever_else_depends_on_what_runs_again_waits_for_the_guard()
    {
        var bound = new PipelineBuilder()
            .Stage("Draft(Order order): Text")
            .Stage("Polish(Text text): Page")
            .Stage("Count(Text text): Size")
            .Stage("Read(Order order): Other")
            .Stage("Check(Page page)", guard: "Draft")
            .Stage("Publish(Page page, Size size, Other other): End")
            .EntryPoint("Run(Order order): End")
            .Bind();

        Assert.Equal(
            "Draft(order) Polish(Draft) Count(Draft)<Check Read(order) Check(Polish) Publish(Polish, Count, Read)<Check => Publish",
            bound.Graph()
        );
        Assert.Equal("Check: Draft Polish Check", Regions(bound));
    }

    [Fact]
    public void All_ways_from_the_retried_stage_to_the_guard_run_again() =>
        Assert.Equal(
            "Check: B A C D Check",
            Regions(
                new PipelineBuilder()
                    .Stage("A(Two two): One")
                    .Stage("B(Order order): Two")
                    .Stage("C(Two two): Three")
                    .Stage("D(One one, Three three): Four")
                    .Stage("E(Order order): Five")
                    .Stage("Check(Four four, Five five)", guard: "B")
                    .EntryPoint("Run(Order order): (Four four, Five five)")
                    .Bind()
            )
        );

    [Fact]
    public void A_stage_between_that_only_after_and_conditions_put_there_runs_again_too() =>
        Assert.Equal(
            "Check: A Middle Route Check",
            Regions(
                new PipelineBuilder()
                    .Stage("A(Order order): One")
                    .Stage("Middle(Order order)", after: ["A"])
                    .Stage("Route(One one): bool")
                    .Stage("Check(One one)", after: ["Middle"], when: ["Route"], guard: "A")
                    .EntryPoint("Run(Order order): (One one, bool isOpen)")
                    .Bind()
            )
        );

    [Theory]
    [InlineData("Inner(Two two)", "B", "Outer(Three three)", "A", "Inner: B Inner, Outer: A B Inner C Outer")]
    [InlineData("Outer(Three three)", "A", "Inner(Two two)", "B", "Inner: B Inner, Outer: A B Outer C Inner")]
    public void A_guard_may_be_nested_in_what_another_runs_again_whichever_comes_first(
        string first,
        string firstRetry,
        string second,
        string secondRetry,
        string regions
    )
    {
        var bound = new PipelineBuilder()
            .Stage("A(Order order): One")
            .Stage("B(One one): Two")
            .Stage(first, guard: firstRetry)
            .Stage("C(Two two): Three")
            .Stage(second, guard: secondRetry)
            .EntryPoint("Run(Order order): Three")
            .Bind();

        Assert.Equal(regions, Regions(bound));
        Assert.Contains("C(B)<Inner", bound.Graph(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_guard_of_the_same_stage_waits_for_the_earlier_and_runs_it_again() =>
        Assert.Equal(
            "First: A First, Second: A First Second",
            Regions(
                new PipelineBuilder()
                    .Stage("A(Order order): One")
                    .Stage("First(One one)", guard: "A")
                    .Stage("Second(One one)", guard: "A")
                    .EntryPoint("Run(Order order): One")
                    .Bind()
            )
        );

    [Fact]
    public void A_guard_without_retry_guards_what_it_takes() =>
        Assert.Equal(
            "Load(order) Check(order, Load) Price(order)<Check Close(Load, Price)<Check => Close",
            new PipelineBuilder()
                .Stage("Load(Order order): Cart")
                .Stage("Check(Order order, Cart cart)", guard: "")
                .Stage("Price(Order order): Price")
                .Stage("Close(Cart cart, Price price): End")
                .EntryPoint("Run(Order order): End")
                .Bind()
                .Graph()
        );

    [Fact]
    public void A_guard_without_retry_runs_nothing_again()
    {
        var bound = new PipelineBuilder()
            .Stage("Load(Order order): Cart")
            .Stage("Check(Cart cart)", guard: "")
            .EntryPoint("Run(Order order): Cart")
            .Bind();

        var guard = bound.Graphs[0].Stages[1];
        Assert.Empty(guard.GuardedRegion);
        Assert.Equal([0, 1], guard.GuardedStages);
    }

    [Fact]
    public void A_guard_with_an_output_runs_wherever_what_it_takes_is_there()
    {
        var bound = new PipelineBuilder()
            .Stage("Load(Order order): Cart")
            .Stage("IsGood(Cart cart): bool", guard: "Load")
            .Stage("IsNice(Page page): bool", guard: "")
            .Stage("Print(Order order): Page")
            .Stage("Log([From:IsGood] bool isGood)")
            .EntryPoint("Run(Order order): Cart")
            .EntryPoint("Print(Order order): Page")
            .Bind();

        Assert.Equal("Load(order) IsGood(Load) Log(IsGood) => Load", bound.Graph());
        Assert.Contains("IsNice(Print)", bound.Graph(1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_guard_runs_whoever_takes_its_output()
    {
        var bound = new PipelineBuilder()
            .Stage("Load(Order order): Cart")
            .Stage("Route(Order order): bool")
            .Stage("IsGood(Cart cart): Verdict", guard: "Load")
            .Stage("Use(Verdict verdict): Page", when: ["Route"])
            .Stage("Else(Order order): Page", when: ["!Route"])
            .Stage("End([From:Use,Else] Page page, Cart cart): End")
            .EntryPoint("Run(Order order): End")
            .Bind();

        Assert.Empty(Stage(bound, "IsGood").Demand);
    }

    [Fact]
    public void Who_is_needed_only_where_a_guarded_value_says_so_waits_for_the_guard()
    {
        var bound = new PipelineBuilder()
            .Stage("Route(Order order): bool")
            .Stage("Check(Order order)", after: ["Route"], guard: "Route")
            .Stage("Load(Order order): Cart")
            .Stage("Use(Cart cart): Page", when: ["Route"])
            .Stage("Else(Order order): Page", when: ["!Route"])
            .Stage("End([From:Use,Else] Page page): End")
            .EntryPoint("Run(Order order): End")
            .Bind();

        Assert.Equal(
            "Route(order) Check(order)<Route Load(order)<Route<Check Use(Load)?Route=true<Check Else(order)?Route!=true<Check End(Use|Else) => End",
            bound.Graph()
        );
        Assert.NotEmpty(Stage(bound, "Load").Demand);
    }

    [Fact]
    public void What_a_guard_needs_itself_does_not_wait_for_what_it_guards()
    {
        var bound = new PipelineBuilder()
            .Stage("Route(Order order): bool")
            .Stage("Load(Order order): Cart")
            .Stage("Check(Cart cart)", after: ["Route", "Use"], when: ["Route"], guard: "Route")
            .Stage("Use(Cart cart): Page", when: ["Route"])
            .Stage("Else(Order order): Page", when: ["!Route"])
            .Stage("End([From:Use,Else] Page page): End")
            .EntryPoint("Run(Order order): End")
            .Bind();

        Assert.Empty(Stage(bound, "Load").Demand);
        Assert.Equal("Check: Route Check Use", Regions(bound));
    }

    [Theory]
    [InlineData("Laod", "it is not a stage of the pipeline. Did you mean 'Load'?")]
    [InlineData(
        "order",
        "it is an input, which is the same in every attempt. Name a stage that comes before the guard."
    )]
    [InlineData("Check", "it is the guard itself. Name a stage that comes before it.")]
    [InlineData(
        "Other",
        "it does not come before the guard in entry point 'Run'. Let the guard take its value, or name a stage that the guard needs."
    )]
    [InlineData("Unused", "entry point 'Run' runs the guard without it. Name a stage that the guard needs.")]
    public void A_guard_cannot_run_again_what_does_not_come_before_it(string name, string reason) =>
        Assert.Equal(
            $"GuardCannotRetry: [Guard] on stage 'Check' cannot retry '{name}': {reason}",
            Assert.Single(
                new PipelineBuilder()
                    .Stage("Load(Order order): Cart")
                    .Stage("Other(Cart cart): End")
                    .Stage("Check(Cart cart)", guard: name)
                    .Stage("Unused(Order order): Page")
                    .EntryPoint("Run(Order order): End")
                    .Bind()
                    .Messages()
            )
        );

    [Fact]
    public void A_name_that_fits_several_is_an_error() =>
        Assert.Equal(
            "AmbiguousName: 'Load' in [Guard] on stage 'Check' is ambiguous between 'a.Load' and 'b.Load'. Write a unique name, such as "
                + "'a.Load'.",
            new PipelineBuilder()
                .Source("a")
                .Source("b")
                .Stage("Check(Order order)", guard: "Load")
                .Stage("Load()", source: 1, unique: "a.Load")
                .Stage("Load()", source: 2, unique: "b.Load")
                .EntryPoint("Run(Order order)")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void Each_entry_point_needs_the_retried_stage_and_the_mistake_is_told_once() =>
        Assert.Equal(
            "GuardCannotRetry: [Guard] on stage 'Check' cannot retry 'Load': entry point 'Quick' runs the guard without it. Name a "
                + "stage that the guard needs.",
            new PipelineBuilder()
                .Stage("Load(Order order): Cart")
                .Stage("Check([From:cart] Cart cart)", guard: "Load")
                .EntryPoint("Quick(Cart cart)")
                .EntryPoint("Quicker(Cart cart)")
                .EntryPoint("Run(Order order): Cart")
                .Bind()
                .OnlyFinding()
        );

    [Theory]
    [InlineData("Read(Order order): IAsyncEnumerable<int>", "Load(IAsyncEnumerable<int> items): Cart", "Read")]
    [InlineData("Read(Order order): IAsyncEnumerable<int>", "LoadAsync([Each] int item): Cart", "Read")]
    public void A_stream_cannot_be_read_again(string first, string second, string stage) =>
        Assert.Equal(
            $"GuardCannotRetry: [Guard] on stage 'Check' cannot retry 'Read': stage '{stage}' produces or reads a stream, which can be read only once. "
                + "Collect its items in an earlier stage, or name a later stage.",
            new PipelineBuilder()
                .Stage(first)
                .Stage(second)
                .Stage("CheckAsync()", after: ["Load"], guard: "Read")
                .Stage("EndAsync(): End", after: ["Load"])
                .Stage("Use(Cart[] carts): Page")
                .Stage("Take(Cart cart): Page")
                .EntryPoint(
                    second.Contains("Each", StringComparison.Ordinal)
                        ? "RunAsync(Order order): Cart[]"
                        : "RunAsync(Order order): Cart"
                )
                .Bind()
                .Messages()
                .Single(message => message.StartsWith("Guard", StringComparison.Ordinal))
        );

    [Fact]
    public void A_stage_that_reads_a_stream_from_outside_cannot_run_again() =>
        Assert.Contains(
            "stage 'Load' produces or reads a stream, ",
            new PipelineBuilder()
                .Stage("LoadAsync(IAsyncEnumerable<int> items): Cart")
                .Stage("Check(Cart cart)", guard: "Load")
                .EntryPoint("RunAsync(IAsyncEnumerable<int> items): Cart")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void Guards_must_not_run_parts_of_the_same_again() =>
        Assert.Equal(
            "GuardCannotRetry: [Guard] on stage 'Second' cannot retry 'B': the stages that it would retry partly overlap with those of guard 'First', so "
                + "each guard would discard values that the other has passed. Let one guard contain "
                + "the other completely: name the stage at which the longer retry begins.",
            new PipelineBuilder()
                .Stage("A(Order order): One")
                .Stage("B(One one): Two")
                .Stage("First(Two two)", guard: "A")
                .Stage("C(Two two): Three")
                .Stage("Second(Three three)", guard: "B")
                .EntryPoint("Run(Order order): Three")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void Regions_are_placed_with_their_first_stage_first()
    {
        var plan = PipelinePlanner
            .Plan(
                new PipelineBuilder()
                    .Stage("Last(Three three): End")
                    .Stage("Check(Three three)", guard: "A")
                    .Stage("C(Two two): Three")
                    .Stage("BAsync(One one): Two")
                    .Stage("A(Order order): One")
                    .EntryPoint("RunAsync(Order order): End")
                    .Bind()
            )
            .Plans[0];
        var names = new[] { "Last", "Check", "C", "B", "A" };
        var guard = plan.Stages.Single(stage => stage.Bound.GuardedRegion.Count > 0).Bound;

        Assert.Equal("A", names[plan.Stages[guard.GuardedRegion[0]].Bound.Stage]);
        Assert.Equal(
            ["A", "B", "C", "Check"],
            guard.GuardedRegion.Select(place => names[plan.Stages[place].Bound.Stage]).Order(StringComparer.Ordinal)
        );
        Assert.Equal(guard.GuardedRegion.Order(), guard.GuardedStages);
    }

    private static string Regions(BoundPipeline bound)
    {
        Assert.False(bound.HasErrors);
        var stages = bound.Graphs[0].Stages;
        return string.Join(
            ", ",
            stages
                .Where(stage => stage.GuardedRegion.Count > 0)
                .Select(stage =>
                    $"{Name(stage)}: {string.Join(' ', stage.GuardedRegion.Select(position => Name(stages[position])))}"
                )
                .Order(StringComparer.Ordinal)
        );

        string Name(BoundStage stage) => bound.Model.Stages[stage.Stage].Name;
    }

    private static BoundStage Stage(BoundPipeline bound, string name)
    {
        Assert.False(bound.HasErrors);
        return bound.Graphs[0].Stages.Single(stage => bound.Model.Stages[stage.Stage].Name == name);
    }
}
