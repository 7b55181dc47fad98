namespace Sluice.Analyzers.Tests;

/// <summary>SLU0064: stages of a loop that do not lead to its decision, and decisions without other stages.</summary>
public sealed class StageWithoutWayTests
{
    [Fact]
    public async Task A_decision_alone_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0064",
            "Stage 'Decide' belongs to loop 'Decide', but it is the only stage of the loop, so nothing would change from "
                + "one round to the next. Let a stage that it needs take the carried value with [Carried], or write the loop "
                + "in the method.",
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> [|Decide|]([Carried] Draft draft) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_decision_whose_stages_do_not_take_the_carried_value_is_alone() =>
        await RuleAssert.ReportsAsync(
            "SLU0064",
            "Stage 'Decide' belongs to loop 'Decide', but it is the only stage of the loop, so nothing would change from "
                + "one round to the next. Let a stage that it needs take the carried value with [Carried], or write the loop "
                + "in the method.",
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Review Check(Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> [|Decide|]([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_stage_that_the_decision_does_not_need_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0064",
            "Stage 'Title' belongs to loop 'Decide', but 'Decide' does not depend on it. Let 'Decide' take its value, or "
                + "remove the stage from the loop.",
            LoopSource.Of(
                """
                public static partial (Article article, Topic topic) Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage] static Topic [|Title|]([Carried] Draft draft) => new("");

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_stage_in_From_that_the_decision_does_not_need_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0064",
            "Stage 'Title' belongs to loop 'Decide', but 'Decide' does not depend on it. Let 'Decide' take its value, or "
                + "remove the stage from the loop.",
            LoopSource.Of(
                """
                public static partial (Article article, Topic topic) Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage] static Topic [|Title|](Draft draft) => new("");

                [Stage, Loop(MaxRounds = 3, From = [nameof(Title)])]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_stage_after_the_loop_that_takes_the_carried_value_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0064",
            "Stage 'Render' belongs to loop 'Decide', but it needs the result of 'Decide', which is there only after the "
                + "last round. Return what the stage needs as a part of the result.",
            LoopSource.Of(
                """
                public static partial string Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));

                [Stage] static string [|Render|]([Carried] Draft draft, Article article) => "";
                """
            )
        );

    [Fact]
    public async Task A_condition_of_a_stage_after_the_loop_that_takes_the_carried_value_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0064",
            "Stage 'IsLong' belongs to loop 'Decide', but 'Decide' does not depend on it. Make it a condition of a stage "
                + "that 'Decide' needs, or take no value of the loop in it.",
            LoopSource.Of(
                """
                public static partial string? Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                static bool [|IsLong|]([Carried] Draft draft) => draft.Text.Length > 9;

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));

                [Stage, When(nameof(IsLong))] static string Render(Article article) => "";
                """
            )
        );

    [Fact]
    public async Task Effects_guards_and_their_conditions_need_no_way_to_the_decision() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage] static void Log([Carried] Draft draft) { }

                static bool IsBad(Review review) => review.Score < 3;

                [Stage, When(nameof(IsBad))] static void Warn([Carried] Draft draft) { }

                [Stage, Guard] static bool IsPlausible([Carried] Draft draft) => true;

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_way_may_lead_over_conditions_merges_and_After() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                static bool IsLong([Carried] Draft draft) => true;

                [Stage, When(nameof(IsLong))] static Review Check(string language) => new(1);

                [Stage, Otherwise(nameof(IsLong))] static Review CheckFast(string language) => new(1);

                [Stage] static string Detect([From("start")] Draft draft) => "";

                [Stage] static Topic Title([Carried] Draft draft) => new("");

                [Stage, Loop(MaxRounds = 3), After(nameof(Title))]
                static Loop<Draft, Article> Decide([From(nameof(Check), nameof(CheckFast))] Review review, Topic topic) =>
                    Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_stage_of_a_cycle_is_reported_for_the_cycle_alone() =>
        await RuleAssert.ReportsAsync(
            "SLU0004",
            "Each of these stages needs the next, so none can start: Check -> Decide -> Check. Remove one of the "
                + "dependencies, or put [Carried] on parameter 'draft' of stage 'Check', if it is to take the value that loop "
                + "'Decide' carries.",
            LoopSource.Of(
                """
                public static partial Draft Run(string text);

                [Stage] static Review [|Check|](Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Draft> Decide([Carried] Draft? draft, Review review, string text) => Loop.Done(new Draft(text));
                """
            )
        );
}
