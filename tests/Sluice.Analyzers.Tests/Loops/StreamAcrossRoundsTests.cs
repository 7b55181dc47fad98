namespace Sluice.Analyzers.Tests;

/// <summary>SLU0068: streams that several rounds would read.</summary>
public sealed class StreamAcrossRoundsTests
{
    [Fact]
    public async Task A_stream_that_is_carried_is_reported_once() =>
        await RuleAssert.ReportsAsync(
            "SLU0068",
            "The carried value is a stream, which can be read only once, but loop 'Decide' has several rounds. Carry a "
                + "list of its items.",
            LoopSource.Of(
                """
                public static partial Article Run(IAsyncEnumerable<Draft> start);

                [Stage] static Review Check([Carried] IAsyncEnumerable<Draft> drafts) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<IAsyncEnumerable<Draft>, Article> [|Decide|](Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_stream_as_a_result_is_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0068",
            "The result is a stream, which can be read only once, but loop 'Decide' has several rounds. Return a list, "
                + "or make the stream in a stage that takes the result.",
            LoopSource.Of(
                """
                public static partial IAsyncEnumerable<Article> Run(Draft start);

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3)]
                static Loop<Draft, IAsyncEnumerable<Article>> [|Decide|](Review review) => default;
                """
            )
        );

    [Fact]
    public async Task A_stream_from_outside_is_reported_at_the_parameter() =>
        await RuleAssert.ReportsAsync(
            "SLU0068",
            "Parameter 'topics' of stage 'Check' takes a stream from outside of the loop, which can be read only once, "
                + "but loop 'Decide' has several rounds. Collect its items in a stage outside of the loop, or make the stream "
                + "in each round.",
            LoopSource.Of(
                """
                public static partial ValueTask<Article> RunAsync(Draft start, IAsyncEnumerable<Topic> topics);

                [Stage] static ValueTask<Review> CheckAsync([Carried] Draft draft, [|IAsyncEnumerable<Topic> topics|]) => default;

                [Stage, Loop(MaxRounds = 3)] static Loop<Draft, Article> Decide(Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task The_elements_of_a_stream_from_outside_are_reported() =>
        await RuleAssert.ReportsAsync(
            "SLU0068",
            "Parameter 'topic' of stage 'Check' takes a stream from outside of the loop, which can be read only once, "
                + "but loop 'Decide' has several rounds. Collect its items in a stage outside of the loop, or make the stream "
                + "in each round.",
            LoopSource.Of(
                """
                public static partial ValueTask<Article> RunAsync(Draft start, IAsyncEnumerable<Topic> topics);

                [Stage] static ValueTask<Review> CheckAsync([Carried] Draft draft, [Each] [|Topic topic|]) => default;

                [Stage, Loop(MaxRounds = 3)] static Loop<Draft, Article> Decide(Review[] reviews) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task A_stream_that_is_made_and_read_in_a_round_is_right() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial ValueTask<Article> RunAsync(Draft start);

                [Stage] static IAsyncEnumerable<Topic> Find([Carried] Draft draft) => null!;

                [Stage] static ValueTask<Review> CheckAsync([Carried] Draft draft, IAsyncEnumerable<Topic> topics) => default;

                [Stage, Loop(MaxRounds = 3)] static Loop<Draft, Article> Decide(Review review) => Loop.Done(new Article(""));
                """
            )
        );

    [Fact]
    public async Task Streams_before_and_after_the_loop_are_right() =>
        await RuleAssert.IsSilentAsync(
            LoopSource.Of(
                """
                public static partial IAsyncEnumerable<string> RunAsync(IAsyncEnumerable<Topic> topics);

                [Stage] static ValueTask<Draft> CollectAsync(IAsyncEnumerable<Topic> topics) => default;

                [Stage] static Review Check([Carried] Draft draft) => new(1);

                [Stage, Loop(MaxRounds = 3)] static Loop<Draft, Article> Decide(Review review) => Loop.Done(new Article(""));

                [Stage] static IAsyncEnumerable<string> Print(Article article) => null!;
                """
            )
        );
}
