using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Outcomes;

/// <summary>The tokens that stages get, and their lifetime.</summary>
public sealed partial class TokenTests
{
    [Fact]
    public async Task Where_stages_follow_one_another_they_get_the_callers_own_token()
    {
        using var source = new CancellationTokenSource();
        var script = new Script();

        var run = new Sequence().RunAsync(script, source.Token).AsTask();
        script.First.Open(1);
        script.Second.Open(2);

        _ = await run.OrHang();
        Assert.Equal([source.Token, source.Token], script.Tokens);
    }

    [Fact]
    public async Task Where_only_stages_without_token_overlap_the_others_get_the_callers_own_token()
    {
        using var source = new CancellationTokenSource();
        var script = new Script();

        var run = new OverlapBetween().RunAsync(script, source.Token).AsTask();
        script.First.Open(1);
        script.Second.Open(2);

        _ = await run.OrHang();
        Assert.Equal(Lowering.Concurrent, OverlapBetween.Graph.EntryPoints.Single().Lowering);
        Assert.Equal([source.Token, source.Token], script.Tokens);
    }

    [Fact]
    public async Task Where_stages_with_token_overlap_they_share_a_token_that_follows_the_callers()
    {
        using var source = new CancellationTokenSource();
        var script = new Script();

        var run = new Overlap().RunAsync(script, source.Token).AsTask();

        Assert.Equal(2, script.Tokens.Count);
        Assert.Equal(script.Tokens[0], script.Tokens[1]);
        Assert.NotEqual(source.Token, script.Tokens[0]);
        Assert.True(script.Tokens[0].CanBeCanceled);
        await source.CancelAsync();
        Assert.True(script.Tokens[0].IsCancellationRequested);
        script.First.Open(1);
        script.Second.Open(2);
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.OrHang());
    }

    [Fact]
    public async Task A_run_without_a_callers_token_has_one_of_its_own_where_stages_overlap()
    {
        var script = new Script();

        var run = new Overlap().RunAsync(script, default).AsTask();
        script.First.Fail(new InvalidDataException());
        Assert.True(script.Tokens[1].IsCancellationRequested);
        script.Second.Open(1);

        _ = await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang());
    }

    [Fact]
    public void A_token_that_has_been_cancelled_is_not_used_again()
    {
        var pipeline = new Overlap();
        var failed = new Script();
        var run = pipeline.RunAsync(failed, default);
        failed.First.Fail(new InvalidDataException());
        failed.Second.Open(1);
        Assert.Throws<InvalidDataException>(() => Taken.From(run));

        var next = new Script();
        var nextRun = pipeline.RunAsync(next, default);

        Assert.NotEqual(failed.Tokens[0], next.Tokens[0]);
        Assert.False(next.Tokens[0].IsCancellationRequested);
        Assert.True(failed.Tokens[0].IsCancellationRequested);
        next.First.Open(1);
        next.Second.Open(2);
        Assert.Equal(new Third(3), Taken.From(nextRun));
    }

    [Fact]
    public async Task A_caller_who_cancels_after_the_end_of_a_run_does_not_reach_the_next()
    {
        using var source = new CancellationTokenSource();
        var pipeline = new Overlap();
        Succeed(pipeline, source.Token);
        var next = new Script();
        var run = pipeline.RunAsync(next, default).AsTask();

        await source.CancelAsync();

        Assert.False(next.Tokens[0].IsCancellationRequested);
        next.First.Open(1);
        next.Second.Open(2);
        Assert.Equal(new Third(3), await run.OrHang());
    }

    [Fact]
    public void A_run_object_keeps_its_token_source_where_no_output_can_keep_the_token()
    {
        var pipeline = new Overlap();

        Assert.Equal(Succeed(pipeline, default), Succeed(pipeline, default));
    }

    [Fact]
    public void A_token_that_an_output_stream_may_keep_is_not_used_again()
    {
        var pipeline = new Overlap();
        var kept = SucceedWith(script => Taken.From(pipeline.StreamAsync(script, default)));

        FailWith(script => Taken.From(pipeline.StreamAsync(script, default)));

        Assert.False(kept.IsCancellationRequested);
    }

    [Fact]
    public void A_token_that_an_output_delegate_may_keep_is_not_used_again()
    {
        var pipeline = new Overlap();
        var kept = SucceedWith(script => Taken.From(pipeline.DelegateAsync(script, default)));

        FailWith(script => Taken.From(pipeline.DelegateAsync(script, default)));

        Assert.False(kept.IsCancellationRequested);
    }

    private static CancellationToken Succeed(Overlap pipeline, CancellationToken token)
    {
        var script = new Script();
        var run = pipeline.RunAsync(script, token);
        script.First.Open(1);
        script.Second.Open(2);
        Assert.Equal(new Third(3), Taken.From(run));
        return script.Tokens[0];
    }

    // The gates are open from the beginning, so that runs complete at once, on one run object.
    private static CancellationToken SucceedWith(Action<Script> run)
    {
        var script = new Script();
        script.First.Open(1);
        script.Second.Open(2);
        run(script);
        return script.Tokens[0];
    }

    private static void FailWith(Action<Script> run)
    {
        var script = new Script();
        script.First.Open(1);
        script.Second.Fail(new InvalidDataException());
        Assert.Throws<InvalidDataException>(() => run(script));
        Assert.True(script.Tokens[0].IsCancellationRequested);
    }

    /// <summary>The input, with the gates for which stages wait, and the tokens that they got.</summary>
    public sealed class Script
    {
        public Gate First { get; } = new();

        public Gate Second { get; } = new();

        public IList<CancellationToken> Tokens { get; } = [];
    }

    [Pipeline]
    private sealed partial class Sequence
    {
        public partial ValueTask<Second> RunAsync(Script script, CancellationToken token);

        [Stage]
        private static async Task<First> FirstAsync(Script script, CancellationToken token)
        {
            script.Tokens.Add(token);
            return new First(await script.First.WaitAsync());
        }

        [Stage]
        private static async Task<Second> SecondAsync(Script script, First first, CancellationToken token)
        {
            script.Tokens.Add(token);
            return new Second(first.Number + await script.Second.WaitAsync());
        }
    }

    [Pipeline]
    private sealed partial class OverlapBetween
    {
        public partial ValueTask<Fourth> RunAsync(Script script, CancellationToken token);

        [Stage]
        private static First Start(Script script, CancellationToken token)
        {
            script.Tokens.Add(token);
            return new First(1);
        }

        [Stage]
        private static async Task<Second> SecondAsync(Script script, First first) =>
            new(first.Number + await script.First.WaitAsync());

        [Stage]
        private static async Task<Third> ThirdAsync(Script script, First first) =>
            new(first.Number + await script.Second.WaitAsync());

        [Stage]
        private static ValueTask<Fourth> EndAsync(Script script, Second second, Third third, CancellationToken token)
        {
            script.Tokens.Add(token);
            return new(new Fourth(second.Number + third.Number));
        }
    }

    [Pipeline]
    private sealed partial class Overlap
    {
        public partial ValueTask<Third> RunAsync(Script script, CancellationToken token);

        public partial ValueTask<Stream> StreamAsync(Script script, CancellationToken token);

        public partial ValueTask<Func<int>> DelegateAsync(Script script, CancellationToken token);

        [Stage]
        private static async Task<First> FirstAsync(Script script, CancellationToken token)
        {
            script.Tokens.Add(token);
            return new First(await script.First.WaitAsync());
        }

        [Stage]
        private static async Task<Second> SecondAsync(Script script, CancellationToken token)
        {
            script.Tokens.Add(token);
            return new Second(await script.Second.WaitAsync());
        }

        [Stage]
        private static Third Add(First first, Second second) => new(first.Number + second.Number);

        [Stage]
        private static Stream Open(Third third) => third.Number < 0 ? Stream.Null : new MemoryStream();

        [Stage]
        private static Func<int> Defer(Third third) => () => third.Number;
    }
}
