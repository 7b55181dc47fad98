namespace Sluice.Analyzers.Tests;

/// <summary>SLU0065: loops that overlap in part.</summary>
public sealed class LoopsOverlapTests
{
    [Fact]
    public async Task Loops_that_begin_in_each_other_are_reported_once() =>
        await RuleAssert.ReportsAsync(
            "SLU0065",
            "Loop 'Two' overlaps in part with loop 'One': 'Measure' belongs to both. Let one contain the other "
                + "completely.",
            LoopSource.Of(
                """
                public static partial string Run(int number, long size);

                [Stage] static short Measure([Carried] int number) => 1;

                [Stage] static byte Pack(short length, [Carried] long size) => 1;

                [Stage, Loop(MaxRounds = 3)] static Loop<int, Article> One(byte packed) => Loop.Done(new Article(""));

                [Stage, Loop(MaxRounds = 3)] static Loop<long, Topic> [|Two|](byte packed) => Loop.Done(new Topic(""));

                [Stage] static string Join(Article article, Topic topic) => "";
                """
            )
        );

    [Fact]
    public async Task Loops_that_wait_for_each_other_are_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0065",
            "Loop 'Two' overlaps in part with loop 'One': 'Measure' belongs to both. Let one contain the other "
                + "completely.",
            LoopSource.Of(
                """
                public static partial (Article, Topic) Run(int number, long size);

                [Stage, After(nameof(Weigh))] static short Measure([Carried] int number) => 1;

                [Stage] static byte Pack(short length) => 1;

                [Stage] static float Weigh([Carried] long size) => 1;

                [Stage, After(nameof(Pack))] static double Ship(float weight) => 1;

                [Stage, Loop(MaxRounds = 3)] static Loop<int, Article> One(byte packed) => Loop.Done(new Article(""));

                [Stage, Loop(MaxRounds = 3)] static Loop<long, Topic> [|Two|](double shipped) => Loop.Done(new Topic(""));
                """
            )
        );

    [Fact]
    public async Task A_loop_that_a_guard_repeats_in_part_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0065",
            "Loop 'Decide' overlaps in part with the stages that guard 'IsGood' runs again: 'Check' belongs to both. Let "
                + "one contain the other completely.",
            LoopSource.Of(
                """
                public static partial Article Run(Topic topic);

                [Stage] static Draft Write(Topic topic) => new("");

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage, Guard(Retry = nameof(Write))] static void IsGood([From(nameof(Write))] Draft draft, Review review) { }

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> [|Decide|]([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_guard_inside_of_a_loop_is_right() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial Article Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage, Guard(Retry = nameof(Check))] static bool IsGood(Review review) => true;

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Article> Decide([Carried] Draft draft, Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_loop_inside_of_another_is_right() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial Topic Run(Draft start);

                [Stage] static Draft Begin([Carried(nameof(Outer))] Draft draft) => draft;

                [Stage] static Review Check([Carried(nameof(Inner))] Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3, First = nameof(Begin))]
                static Loop<Draft, Article> Inner([Carried(nameof(Inner))] Draft draft, Review review) => Loop.Done(new Article(""));

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, Topic> Outer([Carried(nameof(Outer))] Draft draft, Article article) => Loop.Done(new Topic(""));
                """
            )
        );

    [Fact]
    public async Task A_loop_after_another_is_right() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial Topic Run(Draft start);

                [Stage] static Review Check([Carried(nameof(One))] Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3)] static Loop<Draft, Article> One(Review review) => Loop.Done(new Article(""));

                [Stage] static string Render([Carried] Article article) => "";

                [Stage, Loop(MaxRounds = 3)] static Loop<Article, Topic> Two(string page) => Loop.Done(new Topic(""));
                """
            )
        );
}
