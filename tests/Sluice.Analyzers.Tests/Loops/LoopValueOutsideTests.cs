namespace Sluice.Analyzers.Tests;

/// <summary>SLU0063: values of a loop's body that are taken outside of it.</summary>
public sealed class LoopValueOutsideTests
{
    [Fact]
    public async Task A_parameter_after_the_loop_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0063",
            "Parameter 'review' of stage 'Render' takes the value of 'Check', which runs in each round of loop 'Decide'. "
                + "Outside of the loop, only its result is seen. Return what is needed as a part of the result.",
            LoopSource.Of(
                """
                public static partial string Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));

                [Stage] static string Render(Article article, [|Review review|]) => "";
                """
            )
        );

    [Fact]
    public async Task An_output_beside_the_result_is_reported_at_the_entry_point() =>
        await RuleAssert.ReportsAsync(
            "SLU0063",
            "Output 'review' of entry point 'Run' takes the value of 'Check', which runs in each round of loop 'Decide'. "
                + "Outside of the loop, only its result is seen. Return what is needed as a part of the result.",
            LoopSource.Of(
                """
                public static partial (Article article, Review review) [|Run|](Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_condition_after_the_loop_is_reported_at_the_stage() =>
        await RuleAssert.ReportsAsync(
            "SLU0063",
            "A condition of stage 'Render' takes the value of 'IsGood', which runs in each round of loop 'Decide'. "
                + "Outside of the loop, only its result is seen. Return what is needed as a part of the result.",
            LoopSource.Of(
                """
                public static partial string? Run(Draft start);

                [Stage] static bool IsGood([Carried] Draft draft) => true;

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, bool good) => Loop.Done(new Article(""));

                [Stage, When(nameof(IsGood))] static string [|Render|](Article article) => "";
                """
            )
        );

    [Fact]
    public async Task A_source_of_a_merge_after_the_loop_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0063",
            "Parameter 'draft' of stage 'Render' takes the value of 'Improve', which runs in each round of loop "
                + "'Decide'. Outside of the loop, only its result is seen. Return what is needed as a part of the result.",
            LoopSource.Of(
                """
                public static partial string Run(Draft start);

                [Stage] static Draft Improve([Carried] Draft draft) => draft;

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([From(nameof(Improve))] Draft draft) => Loop.Done(new Article(""));

                [Stage] static string Render(Article article, [From(nameof(Improve), "start")] [|Draft draft|]) => "";
                """
            )
        );

    [Fact]
    public async Task An_effect_that_takes_the_result_and_a_value_of_a_round_is_reported_once() =>
        await RuleAssert.ReportsAsync(
            "SLU0063",
            "Parameter 'review' of stage 'Log' takes the value of 'Check', which runs in each round of loop 'Decide'. "
                + "Outside of the loop, only its result is seen. Return what is needed as a part of the result.",
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));

                [Stage] static void Log(Article article, [|Review review|]) { }
                """
            )
        );

    [Fact]
    public async Task The_result_is_seen_outside_and_effects_see_a_round() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial (string page, Article article) Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));

                [Stage] static string Render(Article article) => "";

                [Stage] static void Log(Review review) { }

                [Stage] static void Save(Article article) { }
                """
            )
        );

    [Fact]
    public async Task An_entry_point_that_does_not_run_the_decision_takes_any_value() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                public static partial Review CheckOnce(Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );
}
