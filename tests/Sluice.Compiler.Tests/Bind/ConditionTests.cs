using Sluice.Compiler.Bind;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Bind;

public class ConditionTests
{
    private const string Comparable = "Name a value of type bool, string or int, or of an enum type.";

    [Theory]
    [InlineData("IsLarge", "?IsLarge=true")]
    [InlineData("!IsLarge", "?IsLarge!=true")]
    [InlineData("IsLargeAsync", "?IsLarge=true")]
    [InlineData("IsLarge=false", "?IsLarge=false")]
    [InlineData("IsLarge=true|false", "?IsLarge=true|false")]
    public void A_stage_may_run_where_another_says_so(string condition, string expected) =>
        Assert.Equal(
            $"IsLarge(order) Check(order){expected} => Check",
            new PipelineBuilder()
                .Stage("IsLarge(Order order): bool")
                .Stage("Check(Order order): Report", when: [condition])
                .EntryPoint("Run(Order order): Optional<Report>")
                .Bind()
                .Graph()
        );

    [Fact]
    public void A_condition_may_ask_an_input() =>
        Assert.Equal(
            "Check(order)?dry!=true => Check",
            new PipelineBuilder()
                .Stage("Check(Order order): Report", when: ["!dry"])
                .EntryPoint("Run(Order order, bool dry): Optional<Report>")
                .Bind()
                .Graph()
        );

    [Fact]
    public void A_condition_may_ask_an_input_that_may_be_absent() =>
        Assert.Equal(
            "Check(order)?dry=true => Check",
            new PipelineBuilder()
                .Stage("Check(Order order): Report", when: ["dry"])
                .EntryPoint("Run(Order order, Optional<bool> dry): Optional<Report>")
                .Bind()
                .Graph()
        );

    [Fact]
    public void A_method_that_a_condition_names_runs_with_what_it_takes() =>
        Assert.Equal(
            "Parse(order) Check(Parse)?IsLarge=true IsLarge(Parse) => Check",
            new PipelineBuilder()
                .Stage("Parse(Order order): Cart")
                .Stage("Check(Cart cart): Report", when: ["IsLarge"])
                .Method("IsLarge(Cart cart): bool")
                .EntryPoint("Run(Order order): Optional<Report>")
                .Bind()
                .Graph()
        );

    [Fact]
    public void Several_conditions_are_kept_in_order() =>
        Assert.Equal(
            "First() Second() Check()?Second=true?First!=true => Check",
            new PipelineBuilder()
                .Stage("First(): bool")
                .Stage("Second(): bool")
                .Stage("Check(): Report", when: ["Second", "!First"])
                .EntryPoint("Run(): Optional<Report>")
                .Bind()
                .Graph()
        );

    [Theory]
    [InlineData("int", "1|-2", "1|-2")]
    [InlineData("string", "\"a\"|\"b\"", "\"a\"|\"b\"")]
    [InlineData("Intent", "Intent.Question|Intent.Other", "Question|Other")]
    [InlineData("Rights", "Rights.Read", "Read")]
    public void A_condition_may_compare_constants(string type, string values, string expected) =>
        Assert.Equal(
            $"Route() Answer()?Route={expected} => Answer",
            new PipelineBuilder()
                .Enum("Intent", "Question", "Other")
                .Enum("Rights")
                .Stage($"Route(): {type}")
                .Stage("Answer(): Reply", when: [$"Route={values}"])
                .EntryPoint("Run(): Optional<Reply>")
                .Bind()
                .Graph()
        );

    [Fact]
    public void Otherwise_is_what_no_other_stage_names() =>
        Assert.Equal(
            "Route() A()?Route=Question|Chat B()?Route=Chat C()?Route!=Question|Chat => A, B, C",
            Routed().Stage("C(): C", when: ["else Route"]).EntryPoint(Outputs).Bind().Graph()
        );

    [Fact]
    public void Otherwise_of_a_stage_does_not_count_the_values_that_the_stage_names_itself() =>
        Assert.Equal(
            "Route() A()?Route=Question|Chat B()?Route=Chat C()?Route!=Question|Chat?Route=Other => A, B, C",
            Routed().Stage("C(): C", when: ["else Route", "Route=Intent.Other"]).EntryPoint(Outputs).Bind().Graph()
        );

    [Fact]
    public void Otherwise_counts_the_stages_that_the_entry_point_does_not_run() =>
        Assert.Equal(
            "Route() C()?Route!=Question|Chat => C",
            Routed()
                .Stage("C(): C", when: ["else Route"])
                .EntryPoint("Run(): Optional<C>")
                .EntryPoint("Other(): (Optional<A>, Optional<B>)")
                .Bind()
                .Graph()
        );

    [Fact]
    public void Otherwise_of_a_bool_is_the_value_that_is_not_named() =>
        Assert.Equal(
            "IsLarge() A()?IsLarge=true B()?IsLarge!=true => A, B",
            new PipelineBuilder()
                .Stage("IsLarge(): bool")
                .Stage("A(): A", when: ["IsLarge"])
                .Stage("B(): B", when: ["else IsLarge"])
                .EntryPoint("Run(): (Optional<A>, Optional<B>)")
                .Bind()
                .Graph()
        );

    [Fact]
    public void Otherwise_that_nobody_completes_is_an_error() =>
        Assert.Equal(
            "InvalidCondition: The condition 'Route' of stage 'A' cannot be used: no other stage names one of its values with [When], so "
                + "[Otherwise] has no values to exclude. Add such a stage, or remove the condition.",
            new PipelineBuilder()
                .Stage("Route(): int")
                .Stage("A(): A", when: ["else Route"])
                .EntryPoint("Run(): Optional<A>")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void A_condition_that_names_nothing_comes_with_the_nearest_and_is_reported_once() =>
        Assert.Equal(
            "UnknownCondition: A condition of stage 'Check' names 'IsLarg', which is not a stage of the pipeline, a method in "
                + "the class of the stage or an input of 'Run'. Did you mean 'IsLarge'?",
            new PipelineBuilder()
                .Stage("IsLarge(): bool")
                .Stage("Check(): Report", when: ["IsLarg"])
                .EntryPoint("Run(): Optional<Report>")
                .EntryPoint("Walk(): Optional<Report>")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void A_condition_that_may_name_a_rejected_stage_is_not_reported() =>
        Assert.Single(
            new PipelineBuilder()
                .Stage("Check(): Report", when: ["IsLarge"])
                .EntryPoint("Run(): Optional<Report>")
                .Finding(Sluice.Compiler.Rules.Rule.DuplicateStage, Sluice.Compiler.Model.NodeKind.Rejected)
                .Bind()
                .Findings
        );

    [Fact]
    public void A_condition_that_names_an_input_of_another_entry_point_is_an_error() =>
        Assert.Equal(
            "UnknownCondition: A condition of stage 'Check' names 'dry', which is an input of other entry points, but not of 'Run', "
                + "which runs the stage. Add the input.",
            new PipelineBuilder()
                .Stage("Check(): Report", when: ["dry"])
                .EntryPoint("Run(): Optional<Report>")
                .EntryPoint("Test(bool dry): Optional<Report>")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void A_condition_that_names_its_own_stage_is_an_error() =>
        Assert.Equal(
            "SelfDependency: Stage 'IsLarge' needs itself: its condition names the stage itself. Name another stage, or a method.",
            new PipelineBuilder()
                .Stage("IsLarge(): bool", when: ["IsLarge"])
                .EntryPoint("Run(): Optional<bool>")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void A_condition_whose_name_fits_several_is_an_error() =>
        Assert.Equal(
            "AmbiguousName: 'IsLarge' in a condition of stage 'Check' is ambiguous between stage "
                + "'IsLarge' and input 'IsLarge'. Write a unique name, such as 'IsLarge'.",
            new PipelineBuilder()
                .Stage("IsLarge(): bool")
                .Stage("Check(): Report", when: ["IsLarge"])
                .EntryPoint("Run(bool IsLarge): Optional<Report>")
                .Bind()
                .OnlyFinding()
        );

    [Theory]
    [InlineData("Cart", "Source", "its values are of type 'Cart', which a condition cannot compare. " + Comparable)]
    [InlineData("", "Source", "it returns nothing. " + Comparable)]
    [InlineData("int", "Source", "it has the type 'int', not 'bool'. Add the values to compare it with.")]
    [InlineData(
        "Intent",
        "!Source",
        "it has the type 'Intent', not 'bool'. Add the values to compare it with, such as Question."
    )]
    [InlineData(
        "Intent",
        "Source=1",
        "it has the type 'Intent', but 1 is of type 'int'. Compare it with constants of 'Intent'."
    )]
    public void A_condition_that_cannot_be_decided_says_why(string type, string condition, string reason) =>
        Assert.Equal(
            $"InvalidCondition: The condition 'Source' of stage 'Check' cannot be used: {reason}",
            new PipelineBuilder()
                .Enum("Intent", "Question", "Chat")
                .Stage($"Source(): {type}")
                .Stage("Check(): Report", when: [condition])
                .EntryPoint("Run(): Optional<Report>")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void The_results_of_a_stage_that_runs_for_each_element_decide_nothing() =>
        Assert.Contains(
            "its values are of type 'bool[]'",
            new PipelineBuilder()
                .Stage("IsLarge([Each] Item item): bool")
                .Stage("Check(): Report", when: ["IsLarge"])
                .EntryPoint("Run(Item[] items): Optional<Report>")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_stage_that_waits_for_its_own_condition_is_in_a_cycle()
    {
        var bound = new PipelineBuilder()
            .Stage("Parse(): Cart", when: ["IsLarge"])
            .Method("IsLarge(Cart cart): bool")
            .EntryPoint("Run(): Optional<Cart>")
            .Bind();

        Assert.StartsWith("Cycle: Each of these stages needs the next", bound.OnlyFinding(), StringComparison.Ordinal);
        Assert.Contains("Parse -> IsLarge -> Parse", bound.OnlyFinding(), StringComparison.Ordinal);
        Assert.Equal([-1, 0], bound.Findings[0].Further.Select(node => node.Parameter));
    }

    [Fact]
    public void A_method_that_a_condition_names_produces_nothing_for_others() =>
        Assert.Equal(
            [
                "MissingDependency: Nothing produces 'bool' for parameter 'isLarge' of stage 'Use'. Add a stage that returns it, or an "
                    + "input of 'Run' that has its type.",
                "UnknownProducer: [From] on parameter 'second' of stage 'Use' names 'IsLarge', which is not a stage of the "
                    + "pipeline or an input of 'Run'. Name a stage or an input.",
                "UnknownPredecessor: [After] on stage 'Use' names 'IsLarge', which is not a stage of the pipeline. Name one of its stages.",
            ],
            new PipelineBuilder()
                .Stage("Use(bool isLarge, [From:IsLarge] bool second): End", after: ["IsLarge"], when: ["IsLarge"])
                .Method("IsLarge(): bool")
                .EntryPoint("Run(): Optional<End>")
                .Bind()
                .Messages()
        );

    [Fact]
    public void A_method_that_a_condition_names_is_never_unused() =>
        Assert.Equal(
            "UnusedStage: No entry point runs stage 'Check': no stage or output that runs takes the 'Report' that it "
                + "produces. Use the value, or remove the stage.",
            new PipelineBuilder()
                .Stage("Check(): Report", when: ["IsLarge"])
                .Stage("Parse(): Cart")
                .Method("IsLarge(): bool")
                .EntryPoint("Run(): Cart")
                .Bind()
                .OnlyFinding()
        );

    [Fact]
    public void A_class_that_is_a_source_names_its_own_methods() =>
        Assert.Equal(
            "Check()?IsLarge=true IsLarge() => Check",
            new PipelineBuilder()
                .Source("checks")
                .Source("other")
                .Stage("Check(): Report", source: 1, when: ["IsLarge"])
                .Method("IsLarge(): bool", source: 1)
                .Stage("IsLarge(): bool", source: 2, unique: "other.IsLarge")
                .EntryPoint("Run(): Optional<Report>")
                .Bind()
                .Graph()
        );

    [Fact]
    public void The_conditions_of_ten_thousand_stages_are_bound_in_good_time()
    {
        const int Count = 10_000;
        var builder = new PipelineBuilder()
            .Stage("Route(): int")
            .Stage("First(): T", when: ["Route=0"])
            .EntryPoint("Run()");
        for (var index = 0; index < Count; index++)
        {
            builder.Stage($"S{index}()", when: [index % 2 == 0 ? "else Route" : $"Route={index % 7}"]);
        }

        var bound = builder.EntryPoint("Take(): Optional<T>").Bind();

        Assert.Empty(bound.Findings);
        Assert.Equal(Count + 1, bound.Graphs[0].Stages.Count);
    }

    private const string Outputs = "Run(): (Optional<A>, Optional<B>, Optional<C>)";

    private static PipelineBuilder Routed() =>
        new PipelineBuilder()
            .Enum("Intent", "Question", "Chat", "Other")
            .Stage("Route(): Intent")
            .Stage("A(): A", when: ["Route=Intent.Question|Intent.Chat"])
            .Stage("B(): B", when: ["Route=Intent.Chat"]);
}
