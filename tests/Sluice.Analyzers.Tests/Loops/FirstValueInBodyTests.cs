namespace Sluice.Analyzers.Tests;

/// <summary>SLU0067: the first value of a loop that a stage of its body takes in each round.</summary>
public sealed class FirstValueInBodyTests
{
    [Fact]
    public async Task A_decision_without_Carried_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0067",
            "Parameter 'draft' of stage 'Decide' takes 'start', the first value of loop 'Decide', in each round. Add "
                + "[Carried] to take the carried value, or [From(\"start\")] if the first value is meant.",
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([|Draft draft|], Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task An_effect_of_the_body_without_Carried_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0067",
            "Parameter 'draft' of stage 'Log' takes 'start', the first value of loop 'Decide', in each round. Add "
                + "[Carried] to take the carried value, or [From(\"start\")] if the first value is meant.",
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage] static void Log([|Draft draft|], Review review) { }

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task The_elements_of_the_first_value_are_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0067",
            "Parameter 'draft' of stage 'Title' takes 'start', the first value of loop 'Decide', in each round. Add "
                + "[Carried] to take the carried value, or [From(\"start\")] if the first value is meant.",
            LoopSource.Of(
                """
                public static partial Article Run(IReadOnlyList<Draft> start);

                [Stage] static Review Check([Carried] IReadOnlyList<Draft> drafts) => new(1);

                [Stage] static Topic Title([Each] [|Draft draft|], Review review) => new("");

                [Stage, Loop(MaxRounds = 3)]
                static Loop<IReadOnlyList<Draft>, Article> Decide(Topic[] topics) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_loop_inside_that_begins_with_the_first_value_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0067",
            "Loop 'Inner' takes 'start', the first value of loop 'Outer', in each round. Name the stage that gives its "
                + "first value with [Loop(First = ...)], or 'start' if that is meant.",
            LoopSource.Of(
                """
                public static partial Topic Run(Draft start);

                [Stage] static Review Check([Carried(nameof(Inner))] Draft draft) => new(1);

                [Stage] static short Measure([Carried(nameof(Outer))] Draft draft) => 1;

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> [|Inner|](Review review, short length) => Loop.Done(new Article(""));

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Topic> Outer([Carried(nameof(Outer))] Draft draft, Article article) => Loop.Done(new Topic(""));
                """
            )
        );

    [Fact]
    public async Task From_says_that_the_first_value_is_meant() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft, [From("start")] Draft original) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_stage_outside_of_the_body_takes_the_first_value() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial (Article article, Topic topic) Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft, Topic topic) => new(1);

                [Stage] static Topic Title(Draft draft) => new("");

                [Stage] static void Save(Draft draft) { }

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_stage_of_the_body_takes_the_value_of_the_body_rather_than_the_first() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Draft Improve([Carried] Draft draft) => draft;

                [Stage] static Review Check([From(nameof(Improve))] Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide(Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_stage_that_may_belong_to_the_body_or_not_is_ambiguous_once() =>
        await RuleAssert.ReportsAsync(
            "SLU0006",
            "Several stages or inputs produce 'Draft' for parameter 'draft' of stage 'Check': input 'start' and stage "
                + "'Improve'. Name one with [From], or give the parameter 'draft' the name of one of them.",
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Draft Improve([Carried] Draft draft) => draft;

                [Stage] static Review Check([|Draft draft|]) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide(Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );
}
