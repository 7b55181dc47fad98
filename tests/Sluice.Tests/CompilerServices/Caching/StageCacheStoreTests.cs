using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Caching;

/// <summary>Values that a store keeps instead of the memory cache.</summary>
public sealed class StageCacheStoreTests
{
    private static readonly TimeSpan OneMinute = TimeSpan.FromMinutes(1);

    private readonly ManualTimeProvider _time = new();
    private readonly TestStore _store = new();
    private readonly GatedStage _gated = new();

    [Fact]
    public async Task The_store_is_asked_first_and_gets_the_value()
    {
        var stage = NewStage("Pipeline.Stage");

        Assert.Equal("1", await stage.CallAsync(1));
        Assert.Equal("1", await stage.CallAsync(1));

        Assert.Equal(1, stage.Calls);
        Assert.Equal(2, _store.Gets);
        Assert.Equal(("Pipeline.Stage", (object)1, (object)"1", OneMinute), Assert.Single(_store.Kept));
    }

    [Fact]
    public async Task Memory_keeps_nothing_then()
    {
        var stage = NewStage("Pipeline.Stage");
        await stage.CallAsync(1);

        _store.Kept.Clear();
        await stage.CallAsync(1);

        Assert.Equal(2, stage.Calls);
    }

    [Fact]
    public async Task The_name_tells_stages_apart()
    {
        var first = NewStage("Pipeline.First");
        var second = NewStage("Pipeline.Second");

        await first.CallAsync(1);
        await second.CallAsync(1);
        await second.CallAsync(1);

        Assert.Equal(1, first.Calls);
        Assert.Equal(1, second.Calls);
        Assert.Equal(["Pipeline.First", "Pipeline.Second"], _store.Kept.Select(kept => kept.Stage));
    }

    [Fact]
    public async Task Null_that_a_store_has_is_a_value()
    {
        var stage = new CachedStage<int, string?>(new("Stage", OneMinute, 10), _time, (_, _) => default, _store);

        Assert.Null(await stage.CallAsync(1));
        Assert.Null(await stage.CallAsync(1));

        Assert.Equal(1, stage.Calls);
    }

    [Fact]
    public async Task Those_who_come_while_the_store_searches_wait_for_the_search()
    {
        _store.Kept.Add(("Pipeline.Stage", 1, "kept", OneMinute));
        var search = _store.HoldGet();
        var stage = NewStage("Pipeline.Stage");
        var calls = CallMany(stage, 20);

        search.SetResult();

        Assert.All(await Task.WhenAll(calls), value => Assert.Equal("kept", value));
        Assert.Equal(1, _store.Gets);
        Assert.Equal(0, stage.Calls);
    }

    [Fact]
    public async Task Those_who_come_while_the_store_keeps_the_value_wait_until_it_is_kept()
    {
        var keep = _store.HoldSet();
        var stage = NewStage("Pipeline.Stage");
        var leader = stage.CallAsync(1).AsTask();
        var waiting = CallMany(stage, 20);
        Assert.Equal(1, stage.Calls);
        Assert.False(leader.IsCompleted);
        Assert.All(waiting, call => Assert.False(call.IsCompleted));

        keep.SetResult();

        Assert.Equal("1", await leader);
        Assert.All(await Task.WhenAll(waiting), value => Assert.Equal("1", value));
        Assert.Equal(1, stage.Calls);
        Assert.Equal(1, _store.Sets);
    }

    [Fact]
    public async Task A_store_that_fails_to_search_fails_the_call_and_those_who_wait()
    {
        var search = _store.HoldGet();
        var stage = NewStage("Pipeline.Stage");
        var calls = CallMany(stage, 3);
        var failure = new InvalidOperationException("no connection");

        search.SetException(failure);

        foreach (var call in calls)
        {
            Assert.Same(failure, await Assert.ThrowsAsync<InvalidOperationException>(() => call));
        }

        Assert.Equal(0, stage.Calls);
        Assert.Equal("1", await stage.CallAsync(1));
    }

    [Fact]
    public async Task A_store_that_fails_to_keep_fails_the_call_and_those_who_wait()
    {
        var keep = _store.HoldSet();
        var stage = NewStage("Pipeline.Stage");
        var calls = CallMany(stage, 3);
        var failure = new InvalidOperationException("full");

        keep.SetException(failure);

        foreach (var call in calls)
        {
            Assert.Same(failure, await Assert.ThrowsAsync<InvalidOperationException>(() => call));
        }

        Assert.Equal(1, stage.Calls);
        Assert.Empty(_store.Kept);
    }

    [Fact]
    public async Task A_store_that_throws_at_once_fails_the_call()
    {
        var failure = new InvalidOperationException("closed");
        _store.Failure = failure;
        var stage = NewStage("Pipeline.Stage");

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidOperationException>(() => stage.CallAsync(1).AsTask()));
        _store.Failure = null;

        Assert.Equal("1", await stage.CallAsync(1));
    }

    [Fact]
    public async Task When_the_leader_is_cancelled_during_the_search_the_next_searches()
    {
        _store.Kept.Add(("Pipeline.Stage", 1, "kept", OneMinute));
        var firstSearch = _store.HoldGet();
        using var cancellation = new CancellationTokenSource();
        var stage = NewStage("Pipeline.Stage");
        var leader = stage.CallAsync(1, cancellation.Token).AsTask();
        var waiting = CallMany(stage, 3);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leader);

        Assert.All(await Task.WhenAll(waiting), value => Assert.Equal("kept", value));
        Assert.Equal(0, stage.Calls);
        Assert.Equal(2, _store.Gets);
        firstSearch.SetResult();
    }

    [Fact]
    public async Task When_the_leader_is_cancelled_while_the_store_keeps_its_value_the_others_get_it()
    {
        var keep = _store.HoldSet();
        using var cancellation = new CancellationTokenSource();
        var stage = NewStage("Pipeline.Stage");
        var leader = stage.CallAsync(1, cancellation.Token).AsTask();
        var waiting = CallMany(stage, 3);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leader);

        Assert.All(await Task.WhenAll(waiting), value => Assert.Equal("1", value));
        Assert.Equal(1, stage.Calls);
        keep.SetResult();
    }

    [Fact]
    public async Task When_the_leader_is_cancelled_during_the_call_the_next_takes_over()
    {
        using var cancellation = new CancellationTokenSource();
        var stage = new CachedStage<int, string>(new("Stage", OneMinute, 10), _time, _gated.CallAsync, _store);
        var leader = stage.CallAsync(1, cancellation.Token).AsTask();
        await _gated.NextAsync();
        var waiting = CallMany(stage, 3);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leader);
        (await _gated.NextAsync()).Result.SetResult("value");

        Assert.All(await Task.WhenAll(waiting), value => Assert.Equal("value", value));
        Assert.Equal(2, stage.Calls);
        Assert.Equal(1, _store.Sets);
    }

    [Fact]
    public async Task A_former_leader_does_not_write_into_the_store()
    {
        var cache = new StageCache<int, string>("Stage", OneMinute, 10);
        var former = await cache.EnterAsync(1, _store, _time, CancellationToken.None);
        former.Abandoned();

        await former.CompleteAsync("late", CancellationToken.None);

        Assert.Equal(0, _store.Sets);
    }

#if !DEBUG // Without compiler optimization the state machine of an async method is an object.
    [Fact]
    public void What_a_store_finds_at_once_allocates_nothing()
    {
        var store = new ConstantStore();
        var cache = new StageCache<int, int>("Stage", OneMinute, 10);
        Assert.Equal(0, Find(1_000, cache, store));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var missed = Find(1_000, cache, store);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, missed);
        Assert.Equal(0, allocated);
    }

    private int Find(int times, StageCache<int, int> cache, ICacheStore store)
    {
        var missed = 0;
        for (var i = 0; i < times; i++)
        {
            var entering = cache.EnterAsync(1, store, _time, CancellationToken.None);
            if (!entering.IsCompletedSuccessfully || !entering.Result.TryGetValue(out _))
            {
                missed++;
            }
        }

        return missed;
    }
#endif

    private static Task<string>[] CallMany(CachedStage<int, string> stage, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => stage.CallAsync(1).AsTask())];

    private CachedStage<int, string> NewStage(string name) =>
        new(new(name, OneMinute, 10), _time, (key, _) => new($"{key}"), _store);
}
