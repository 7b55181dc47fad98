using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Policies;

/// <summary>Cached stages that need a value while they compute that same value.</summary>
public sealed partial class SelfWaitTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stage_that_calls_its_own_entry_point_with_its_own_key_fails(bool suspends)
    {
        var pipeline = new Calling();
        pipeline.Work = async (key, token) =>
        {
            if (suspends)
            {
                await Task.Yield();
            }

            return await pipeline.RunAsync(key, token);
        };

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.RunAsync("a").OrHang());

        Assert.Contains(
            "'Sluice.FunctionalTests.Policies.SelfWaitTests.Calling.Work'",
            thrown.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("the key 'a'", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("depends on itself", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_stage_has_awaited_of_another_key_is_no_part_of_it()
    {
        var pipeline = new Calling();
        pipeline.Work = async (key, token) =>
            key.Length > 5
                ? key.Length
                : await pipeline.RunAsync(key + "a", token) + await pipeline.RunAsync(key + "a", token);

        Assert.Equal(6 * 32, await pipeline.RunAsync("a").OrHang());
    }

    [Fact]
    public async Task A_circle_of_several_caches_is_found()
    {
        var (first, second) = (new Calling(), new Calling());
        first.Work = async (key, token) => await second.RunAsync(key, token);
        second.Work = async (key, token) => await first.RunAsync(key, token);

        await Assert.ThrowsAsync<InvalidOperationException>(() => first.RunAsync("a").OrHang());
    }

    [Fact]
    public async Task A_circle_of_runs_that_have_started_apart_is_found()
    {
        var (first, second) = (new Calling(), new Calling());
        var (firstIsUnderWay, secondIsUnderWay) = (new Gate(), new Gate());
        var mayGoOn = new Gate();
        first.Work = async (key, token) =>
        {
            firstIsUnderWay.Open(1);
            await mayGoOn.WaitAsync();
            return await second.RunAsync(key, token);
        };
        second.Work = async (key, token) =>
        {
            secondIsUnderWay.Open(1);
            await mayGoOn.WaitAsync();
            return await first.RunAsync(key, token);
        };
        var runs = new[]
        {
            Task.Run(() => first.RunAsync("a").AsTask()),
            Task.Run(() => second.RunAsync("a").AsTask()),
        };
        await firstIsUnderWay.WaitAsync();
        await secondIsUnderWay.WaitAsync();

        mayGoOn.Open(1);

        foreach (var run in runs)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => run.OrHang());
        }
    }

    [Fact]
    public async Task Who_waits_for_a_call_of_somebody_else_waits()
    {
        var (outer, inner) = (new Calling(), new Calling());
        var gate = new Gate();
        inner.Work = async (_, _) => await gate.WaitAsync();
        outer.Work = async (_, token) => await inner.RunAsync("a", token);
        var leader = inner.RunAsync("a").AsTask();
        var waiting = ((string[])["a", "b"]).Select(key => outer.RunAsync(key).AsTask()).ToArray();
        Assert.All(waiting, run => Assert.False(run.IsCompleted));

        gate.Open(42);

        Assert.Equal(42, await leader.OrHang());
        Assert.All(await Task.WhenAll(waiting).OrHang(), value => Assert.Equal(42, value));
    }

    [Fact]
    public async Task Stages_beside_a_cached_one_that_is_under_way_are_no_part_of_its_call()
    {
        var gate = new Gate();
        var calling = new Calling { Work = async (_, _) => await gate.WaitAsync() };

        // The second stage starts on the thread and in the context in which the first stage was suspended.
        var run = new Beside(calling).RunAsync("a").AsTask();
        Assert.False(run.IsCompleted);
        gate.Open(21);

        Assert.Equal(42, await run.OrHang());
    }

    [Fact]
    public async Task What_a_stage_leaves_behind_may_call_for_the_key_when_the_stage_has_ended()
    {
        var pipeline = new Calling();
        var hasEnded = new Gate();
        Task<int>? behind = null;
        pipeline.Work = (key, _) =>
        {
            behind ??= CallLaterAsync(key);
            return new(1);
        };
        Assert.Equal(1, await pipeline.RunAsync("a").OrHang());

        hasEnded.Open(1);

        Assert.Equal(1, await behind!.OrHang());

        async Task<int> CallLaterAsync(string key)
        {
            await hasEnded.WaitAsync();
            return await pipeline.RunAsync(key);
        }
    }

    [Fact]
    public async Task A_stage_that_was_refused_once_can_be_called_again()
    {
        var pipeline = new Calling();
        pipeline.Work = async (key, token) => await pipeline.RunAsync(key, token);
        await Assert.ThrowsAsync<InvalidOperationException>(() => pipeline.RunAsync("a").OrHang());

        pipeline.Work = (_, _) => new(42);

        Assert.Equal(42, await pipeline.RunAsync("a").OrHang());
    }

    [Pipeline]
    private sealed partial class Calling
    {
        public Func<string, CancellationToken, ValueTask<int>> Work { get; set; } = (_, _) => new(0);

        public partial ValueTask<int> RunAsync(string key, CancellationToken token = default);

        [Stage, Cached("00:05:00")]
        private ValueTask<int> WorkAsync(string key, CancellationToken token) => Work(key, token);
    }

    [Pipeline]
    private sealed partial class Beside(Calling calling)
    {
        public partial ValueTask<long> RunAsync(string key);

        [Stage, Cached("00:05:00")]
        private async ValueTask<int> FirstAsync(string key) => await calling.RunAsync(key);

        [Stage]
        private async ValueTask<short> SecondAsync(string key) => (short)await calling.RunAsync(key);

        [Stage]
        private static long Sum(int first, short second) => first + second;
    }
}
