namespace Sluice.Analyzers.Tests;

/// <summary>SLU0060: stages that return the answer of a decision without <c>[Loop]</c>.</summary>
public sealed class DecisionWithoutLoopTests
{
    [Fact]
    public async Task A_decision_without_Loop_is_reported_once_at_the_stage() =>
        await RuleAssert.ReportsAsync(
            "SLU0060",
            "Stage 'Decide' returns 'Loop<Draft, Article>', which decides a loop, but has no [Loop]. Add [Loop(MaxRounds "
                + "= ...)], or return the result itself.",
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage] static Loop<Draft, Article> [|Decide|]([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_decision_without_Loop_is_not_reported_again_as_a_loop_without_a_body() =>
        await RuleAssert.ReportsAsync(
            "SLU0060",
            "Stage 'Decide' returns 'Loop<Draft, Article>', which decides a loop, but has no [Loop]. Add [Loop(MaxRounds "
                + "= ...)], or return the result itself.",
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Loop<Draft, Article> [|Decide|](Draft draft) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task An_asynchronous_decision_that_carries_nothing_is_reported_too() =>
        await RuleAssert.ReportsAsync(
            "SLU0060",
            "Stage 'Decide' returns 'Loop<Article>', which decides a loop, but has no [Loop]. Add [Loop(MaxRounds = "
                + "...)], or return the result itself.",
            LoopSource.Of(
                """
                public static partial ValueTask<Article> RunAsync(Topic topic);

                [Stage] static Review Poll(Topic topic) => new(1);

                [Stage] static ValueTask<Loop<Article>> [|DecideAsync|](Review review) => new(Loop.Again());
                """
            )
        );

    [Fact]
    public async Task A_decision_that_no_entry_point_runs_is_reported_too() =>
        await RuleAssert.ReportsAsync(
            "SLU0060",
            "Stage 'Decide' returns 'Loop<Draft, Article>', which decides a loop, but has no [Loop]. Add [Loop(MaxRounds "
                + "= ...)], or return the result itself.",
            LoopSource.Of(
                """
                public static partial Review Run(Topic topic);

                [Stage] static Review Check(Topic topic) => new(1);

                [Stage] static Loop<Draft, Article> [|Decide|](Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_decision_with_Loop_is_right() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_plain_method_may_return_an_answer() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Answer(draft);

                static Loop<Draft, Article> Answer(Draft draft) => Loop.Again(draft);
                """
            )
        );
}
