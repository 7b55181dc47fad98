namespace Sluice.Analyzers.Tests;

/// <summary>SLU0062: loops without a first value.</summary>
public sealed class NoFirstValueTests
{
    [Fact]
    public async Task A_value_that_nothing_gives_is_reported_once_at_the_first_parameter_that_takes_it() =>
        await RuleAssert.ReportsAsync(
            "SLU0062",
            "Loop 'Decide' carries a 'Draft' but has no first one: parameter 'draft' of stage 'Check' takes one in the "
                + "first round, but nothing outside of the loop produces it. Add an input or a stage that produces a 'Draft', "
                + "or take an 'Optional<Draft>'.",
            LoopSource.Of(
                """
                public static partial Article Run(string text);

                [Stage] static Review Check([Carried] [|Draft draft|]) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review, string text) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task Of_the_parameters_only_those_that_need_the_value_are_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0062",
            "Loop 'Decide' carries a 'Draft' but has no first one: parameter 'draft' of stage 'Decide' takes one in the "
                + "first round, but nothing outside of the loop produces it. Add an input or a stage that produces a 'Draft', "
                + "or take an 'Optional<Draft>'.",
            LoopSource.Of(
                """
                public static partial Article Run(string text);

                [Stage] static Review Check([Carried] Draft? draft, string text) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] [|Draft draft|], Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_stage_of_the_body_does_not_give_the_first_value() =>
        await RuleAssert.ReportsAsync(
            "SLU0062",
            "Loop 'Decide' carries a 'Draft' but has no first one: parameter 'draft' of stage 'Improve' takes one in the "
                + "first round, but nothing outside of the loop produces it. Add an input or a stage that produces a 'Draft', "
                + "or take an 'Optional<Draft>'.",
            LoopSource.Of(
                """
                public static partial Article Run(string text);

                [Stage] static Draft Improve([Carried] [|Draft draft|], string text) => draft;

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([From(nameof(Improve))] Draft draft) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task Several_first_values_are_reported_at_the_decision() =>
        await RuleAssert.ReportsAsync(
            "SLU0062",
            "Loop 'Decide' carries a 'Draft' but has no first one: input 'first' and input 'other' produce one. Name the "
                + "one that is meant with [Loop(First = ...)].",
            LoopSource.Of(
                """
                public static partial Article Run(Draft first, Draft other);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> [|Decide|]([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task First_that_is_unknown_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0062",
            "Loop 'Decide' carries a 'Draft' but has no first one: [Loop(First = ...)] names 'stat', which is neither a "
                + "stage of the pipeline nor an input of 'Run'. Did you mean 'start'?",
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3, First = "stat")]
                static Loop<Draft, Article> [|Decide|]([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task First_of_another_type_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0062",
            "Loop 'Decide' carries a 'Draft' but has no first one: [Loop(First = ...)] names 'topic', which does not "
                + "produce a 'Draft'. Name a stage or an input that does.",
            LoopSource.Of(
                """
                public static partial Article Run(Draft start, Topic topic);

                [Stage] static Review Check([Carried] Draft draft, Topic topic) => new(1);

                [Stage, Loop(MaxRounds = 3, First = "topic")]
                static Loop<Draft, Article> [|Decide|]([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task First_that_names_a_stage_of_the_body_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0062",
            "Loop 'Decide' carries a 'Draft' but has no first one: [Loop(First = ...)] names 'Improve', which runs in "
                + "each round. Name a stage outside of the loop, or an input.",
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Draft Improve([Carried] Draft draft) => draft;

                [Stage, Loop(MaxRounds = 3, First = nameof(Improve))]
                static Loop<Draft, Article> [|Decide|]([From(nameof(Improve))] Draft draft) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task First_that_names_the_decision_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0062",
            "Loop 'Decide' carries a 'Draft' but has no first one: [Loop(First = ...)] names 'Decide', which decides the "
                + "loop. Name a stage outside of the loop, or an input.",
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3, First = nameof(Decide))]
                static Loop<Draft, Article> [|Decide|]([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task First_that_only_other_entry_points_have_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0062",
            "Loop 'Decide' carries a 'Draft' but has no first one: [Loop(First = ...)] names 'start', which is an input "
                + "of other entry points, but not of 'Run', which runs the loop. Add the input.",
            LoopSource.Of(
                """
                public static partial Article Run(Topic topic);

                public static partial Article Improve(Topic topic, Draft start);

                [Stage] static Review Check([Carried] Draft? draft, Topic topic) => new(1);

                [Stage, Loop(MaxRounds = 3, First = "start")]
                static Loop<Draft, Article> [|Decide|]([Carried] Draft? draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task Parameters_that_may_be_absent_need_no_first_value() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial Article Run(string text);

                [Stage] static Review Check([Carried] Draft? draft, string text) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Optional<Draft> draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_default_value_is_a_first_value() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial Article Run(string text);

                [Stage] static Review Check(string text, [Carried] int number = 1) => new(number);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<int, Article> Decide(Review review, [Carried] int number = 1) => Loop.Again(number + 1);
                """
            )
        );

    [Fact]
    public async Task The_name_of_the_carried_parameter_selects_among_first_values() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial Article Run(Draft draft, Draft other);

                [Stage] static Review Check([Carried] Draft draft, [From("other")] Draft original) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );
}
