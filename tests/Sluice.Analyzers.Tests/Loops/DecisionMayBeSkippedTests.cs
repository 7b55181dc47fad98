namespace Sluice.Analyzers.Tests;

/// <summary>SLU0066: decisions that a round may skip.</summary>
public sealed class DecisionMayBeSkippedTests
{
    [Fact]
    public async Task A_decision_behind_a_condition_of_the_body_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0066",
            "Stage 'Decide' decides a loop, but 'IsLong' decides in each round whether it runs. Take the value that may "
                + "be absent as Optional<T>, or merge it with another by [From].",
            LoopSource.Of(
                """
                public static partial Article? Run(Draft start);

                static bool IsLong([Carried] Draft draft) => true;

                [Stage, When(nameof(IsLong))] static Review Check([Carried] Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> [|Decide|]([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_decision_behind_a_stage_that_skips_itself_is_reported_once() =>
        await RuleAssert.ReportsAsync(
            "SLU0066",
            "Stage 'Decide' decides a loop, but 'Check' decides in each round whether it runs. Take the value that may "
                + "be absent as Optional<T>, or merge it with another by [From].",
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Optional<Review> Check([Carried] Draft draft) => Optional.Skip("short");

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> [|Decide|]([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_condition_of_the_decision_itself_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0066",
            "Stage 'Decide' decides a loop, but 'IsLong' decides in each round whether it runs. Remove the condition, "
                + "and take its value in the method.",
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static bool IsLong([Carried] Draft draft) => true;

                [Stage, When(nameof(IsLong)), Loop(MaxRounds = 3)]
                static Loop<Draft, Article> [|Decide|]([Carried] Draft draft, bool isLong) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_decision_that_takes_an_optional_value_or_a_merge_is_right() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                static bool IsLong([Carried] Draft draft) => true;

                [Stage, When(nameof(IsLong))] static Review Check([Carried] Draft draft) => new(1);

                [Stage, When(nameof(IsLong))] static Topic Title([Carried] Draft draft) => new("");

                [Stage, Otherwise(nameof(IsLong))] static Topic Shorten([Carried] Draft draft) => new("");

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide(Optional<Review> review, [From(nameof(Title), nameof(Shorten))] Topic topic) =>
                    Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_loop_that_runs_under_a_condition_from_outside_is_right() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial Article? Run(Draft start, bool isSlow);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage, When("isSlow"), Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_failure_that_an_outcome_handles_after_the_loop_does_not_skip_a_round() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial string Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));

                [Stage] static string Render(Outcome<Article> article) => "";
                """
            )
        );
}
