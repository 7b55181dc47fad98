namespace Sluice.Analyzers.Tests;

/// <summary>SLU0061: <c>[Carried]</c> and <c>From</c> that refer to nothing or to several loops.</summary>
public sealed class LoopReferenceTests
{
    [Fact]
    public async Task Carried_in_a_pipeline_without_loops_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0061",
            "[Carried] on parameter 'draft' of stage 'Check' is not valid: no loop of the pipeline carries a 'Draft'. "
                + "Let a stage with [Loop] return a 'Loop<Draft, TResult>', or remove [Carried].",
            LoopSource.Of(
                """
                public static partial Review Run(Draft start);

                [Stage] static Review Check([Carried] [|Draft draft|]) => new(1);
                """
            )
        );

    [Fact]
    public async Task Carried_of_a_type_that_no_loop_carries_is_reported_once() =>
        await RuleAssert.ReportsAsync(
            "SLU0061",
            "[Carried] on parameter 'topic' of stage 'Check' is not valid: no loop of the pipeline carries a 'Topic'. "
                + "Let a stage with [Loop] return a 'Loop<Topic, TResult>', or remove [Carried].",
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Review Check([Carried] [|Topic topic|]) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task Carried_that_several_loops_fit_is_reported_with_their_names() =>
        await RuleAssert.ReportsAsync(
            "SLU0061",
            "[Carried] on parameter 'draft' of stage 'Check' is not valid: loops 'First' and 'Second' carry a 'Draft'. "
                + "Name the one that is meant, such as [Carried(\"First\")].",
            LoopSource.Of(
                """
                public static partial Topic Run(Draft start);

                [Stage] static Review Check([Carried] [|Draft draft|]) => new(1);

                [Stage] static string Look([Carried(nameof(Second))] Draft draft) => "";

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> First([Carried(nameof(First))] Draft draft, Review review) => Loop.Done(new Article(""));

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Topic> Second([Carried(nameof(Second))] Draft draft, Article article, string look) => Loop.Done(new Topic(""));
                """
            )
        );

    [Fact]
    public async Task Carried_with_a_wrong_name_is_told_the_loops_that_fit() =>
        await RuleAssert.ReportsAsync(
            "SLU0061",
            "[Carried] on parameter 'draft' of stage 'Check' is not valid: it names 'Decid', which does not decide a "
                + "loop that carries a 'Draft'. Name 'Decide'.",
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Review Check([Carried("Decid")] [|Draft draft|]) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task Carried_with_the_name_of_a_loop_that_carries_another_type_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0061",
            "[Carried] on parameter 'topic' of stage 'Check' is not valid: it names 'Decide', which does not decide a "
                + "loop that carries a 'Topic'. Let a stage with [Loop] return a 'Loop<Topic, TResult>', or remove [Carried].",
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Review Check([Carried(nameof(Decide))] [|Topic topic|]) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task From_that_is_misspelled_is_reported_at_the_decision() =>
        await RuleAssert.ReportsAsync(
            "SLU0061",
            "From in [Loop] on stage 'Decide' is not valid: it names 'Pol', which is not a stage of the pipeline. Did "
                + "you mean 'Poll'?",
            LoopSource.Of(
                """
                public static partial Article Run(Topic topic);

                [Stage] static Review Poll(Topic topic) => new(1);

                [Stage, Loop(MaxRounds = 3, From = ["Pol"])]
                static Loop<Article> [|Decide|](Review review) => Loop.Again();
                """
            )
        );

    [Fact]
    public async Task From_that_names_an_input_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0061",
            "From in [Loop] on stage 'Decide' is not valid: it names 'topic', which is an input and does not run in "
                + "rounds. Name a stage that does.",
            LoopSource.Of(
                """
                public static partial Article Run(Topic topic);

                [Stage] static Review Poll(Topic topic) => new(1);

                [Stage, Loop(MaxRounds = 3, From = ["topic"])]
                static Loop<Article> [|Decide|](Review review) => Loop.Again();
                """
            )
        );

    [Fact]
    public async Task References_that_fit_one_loop_are_right() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial Article Run(List<Draft> start);

                [Stage] static Review Check([Carried] IReadOnlyList<Draft> drafts) => new(1);

                [Stage] static Topic Title([Carried, Each] Draft draft) => new("");

                [Stage] static string Poll(Topic[] topics) => "";

                [Stage, Loop(MaxRounds = 3, From = [nameof(Poll)])]
                static Loop<List<Draft>, Article> Decide(Review review, string poll) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task From_beside_Carried_counts_only_where_the_decision_does_not_run() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                public static partial (Review review, Topic topic) CheckOnce(Draft start, Draft other);

                [Stage] static Review Check([Carried, From("other")] Draft draft) => new(1);

                [Stage] static Topic Title([From("start")] Draft draft) => new("");

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task Carried_is_not_reported_if_the_loop_itself_is_not_valid() =>
        await RuleAssert.ReportsAsync(
            "SLU0041",
            "[Loop] on stage 'Decide' is not valid: a stage that decides a loop returns 'Loop<TState, TResult>', or "
                + "'Loop<TResult>' if the loop carries nothing: return that, or remove [Loop]",
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3)] static Article [|Decide|]([Carried] Draft draft, Review review) => new("");
                """
            )
        );

    [Fact]
    public async Task Carried_is_not_reported_if_the_bound_of_the_loop_is_missing() =>
        await RuleAssert.ReportsAsync(
            "SLU0038",
            "[Loop] on stage 'Decide' cannot be used: its 'MaxRounds' is 0, but must be 1 or more",
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage, Loop] static Loop<Draft, Article> [|Decide|]([Carried] Draft draft, Review review) => Loop.Again(draft);
                """
            )
        );

    [Fact]
    public async Task A_decision_for_each_element_is_reported_once() =>
        await RuleAssert.ReportsAsync(
            "SLU0041",
            "[Loop] on stage 'Decide' is not valid: the stage runs for each element, but a loop is decided as a whole: "
                + "decide in a stage that takes all results, or put the loop into a nested pipeline",
            LoopSource.Of(
                """
                public static partial Article Run(Draft[] start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3)] static Loop<Draft, Article> [|Decide|]([Each] Draft draft, Review review) => Loop.Again(draft);
                """
            )
        );
}
