using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Caching;

/// <summary>Calls that need the same key at the same time.</summary>
public sealed class StageCacheWaitTests
{
    private readonly GatedStage _gated = new();
    private readonly StageCache<int, string> _cache = new("Pipeline.Stage", TimeSpan.FromMinutes(1), 10);
    private readonly CachedStage<int, string> _stage;

    public StageCacheWaitTests() => _stage = new(_cache, new ManualTimeProvider(), _gated.CallAsync);

    [Fact]
    public async Task All_wait_for_one_call()
    {
        var calls = CallMany(100);
        (await _gated.NextAsync()).Result.SetResult("value");

        Assert.All(await Task.WhenAll(calls), value => Assert.Equal("value", value));
        Assert.Equal(1, _stage.Calls);
    }

    [Fact]
    public async Task Other_keys_do_not_wait()
    {
        var first = _stage.CallAsync(1).AsTask();
        var ofFirst = await _gated.NextAsync();
        var second = _stage.CallAsync(2).AsTask();
        var ofSecond = await _gated.NextAsync();

        ofSecond.Result.SetResult("two");
        Assert.Equal("two", await second);
        Assert.False(first.IsCompleted);
        ofFirst.Result.SetResult("one");
        Assert.Equal("one", await first);
    }

    [Fact]
    public async Task When_the_leader_fails_those_who_wait_fail_with_the_same_exception_and_nothing_is_kept()
    {
        var calls = CallMany(20);
        var failure = new InvalidOperationException("no");
        (await _gated.NextAsync()).Result.SetException(failure);

        foreach (var call in calls)
        {
            Assert.Same(failure, await Assert.ThrowsAsync<InvalidOperationException>(() => call));
        }

        Assert.Equal(1, _stage.Calls);
        var again = _stage.CallAsync(1);
        (await _gated.NextAsync()).Result.SetResult("value");
        Assert.Equal("value", await again);
        Assert.Equal(2, _stage.Calls);
    }

    [Fact]
    public async Task The_stack_trace_of_a_failure_does_not_grow_with_the_number_of_those_who_wait()
    {
        var few = await LengthOfTraceAsync(10);
        var many = await LengthOfTraceAsync(1_000);

        Assert.InRange(many, 1, 10 * few);
    }

    [Fact]
    public async Task When_the_leader_is_cancelled_who_waits_for_longest_takes_over_and_nobody_else()
    {
        using var cancellation = new CancellationTokenSource();
        var leader = _stage.CallAsync(1, cancellation.Token).AsTask();
        await _gated.NextAsync();
        using var takesOver = new CancellationTokenSource();
        var next = _stage.CallAsync(1, takesOver.Token).AsTask();
        var others = CallMany(20);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leader);
        await _gated.NextAsync();
        Assert.Equal(2, _stage.Calls);
        Assert.False(_gated.HasBegun);

        // The call that came next has become the leader: its cancellation passes the lead on again.
        await takesOver.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        (await _gated.NextAsync()).Result.SetResult("value");
        Assert.All(await Task.WhenAll(others), value => Assert.Equal("value", value));
        Assert.Equal(3, _stage.Calls);
    }

    [Fact]
    public async Task A_cancellation_that_nobody_asked_for_is_a_failure()
    {
        var calls = CallMany(3);
        var failure = new OperationCanceledException();
        (await _gated.NextAsync()).Result.SetException(failure);

        foreach (var call in calls)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }

        Assert.Equal(1, _stage.Calls);
    }

    [Fact]
    public async Task Who_is_cancelled_while_waiting_leaves_the_others_alone()
    {
        var leader = _stage.CallAsync(1).AsTask();
        var gate = await _gated.NextAsync();
        var cancellations = Enumerable.Range(0, 9).Select(_ => new CancellationTokenSource()).ToArray();
        var waiting = cancellations.Select(source => _stage.CallAsync(1, source.Token).AsTask()).ToArray();

        // The first, the last, one in between, and two adjacent ones.
        int[] cancelled = [0, 8, 3, 4, 6];
        foreach (var i in cancelled)
        {
            await cancellations[i].CancelAsync();
            var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting[i]);
            Assert.Equal(cancellations[i].Token, exception.CancellationToken);
        }

        Assert.False(leader.IsCompleted);
        gate.Result.SetResult("value");
        Assert.Equal("value", await leader);
        for (var i = 0; i < waiting.Length; i++)
        {
            if (!cancelled.Contains(i))
            {
                Assert.Equal("value", await waiting[i]);
            }
        }

        Assert.Equal(1, _stage.Calls);
        Array.ForEach(cancellations, source => source.Dispose());
    }

    [Fact]
    public async Task Who_comes_with_a_cancelled_token_does_not_wait()
    {
        var leader = _stage.CallAsync(1).AsTask();
        var gate = await _gated.NextAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _stage.CallAsync(1, new CancellationToken(canceled: true)).AsTask()
        );

        gate.Result.SetResult("value");
        Assert.Equal("value", await leader);
    }

    [Fact]
    public async Task When_all_are_cancelled_the_next_call_begins_anew()
    {
        using var cancellation = new CancellationTokenSource();
        var calls = CallMany(20, cancellation.Token);
        await _gated.NextAsync();

        await cancellation.CancelAsync();

        foreach (var call in calls)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }

        Assert.Equal(1, _stage.Calls);
        var again = _stage.CallAsync(1);
        (await _gated.NextAsync()).Result.SetResult("value");
        Assert.Equal("value", await again);
    }

    [Fact]
    public async Task A_lead_that_comes_at_the_moment_of_a_cancellation_goes_on_to_the_next()
    {
        var time = new ManualTimeProvider();
        var leader = await _cache.EnterAsync(1, null, time, CancellationToken.None);
        using var cancellation = new CancellationTokenSource();
        var second = _cache.EnterAsync(1, null, time, cancellation.Token);
        var third = _cache.EnterAsync(1, null, time, CancellationToken.None);

        // The lead is assigned before the cancellation and taken after it.
        leader.Abandoned();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.AsTask());
        var next = await third;
        Assert.False(next.TryGetValue(out _));
        await next.CompleteAsync("value", CancellationToken.None);
        Assert.Equal("value", await _stage.CallAsync(1));
        Assert.Equal(0, _stage.Calls);
    }

    [Fact]
    public async Task What_a_former_leader_says_is_ignored()
    {
        var time = new ManualTimeProvider();
        var former = await _cache.EnterAsync(1, null, time, CancellationToken.None);
        var waiting = _cache.EnterAsync(1, null, time, CancellationToken.None);
        former.Abandoned();
        var leader = await waiting;

        former.Failed(new InvalidOperationException());
        former.Abandoned();
        await former.CompleteAsync("wrong", CancellationToken.None);
        var last = _cache.EnterAsync(1, null, time, CancellationToken.None);
        Assert.False(last.IsCompleted);
        await leader.CompleteAsync("right", CancellationToken.None);
        leader.Failed(new InvalidOperationException());
        await leader.CompleteAsync("wrong", CancellationToken.None);

        Assert.True((await last).TryGetValue(out var value));
        Assert.Equal("right", value);

        // The same object now serves another call.
        var other = await _cache.EnterAsync(2, null, time, CancellationToken.None);
        leader.Abandoned();
        await leader.CompleteAsync("wrong", CancellationToken.None);
        var waitsForOther = _cache.EnterAsync(2, null, time, CancellationToken.None);
        Assert.False(waitsForOther.IsCompleted);
        await other.CompleteAsync("other", CancellationToken.None);
        Assert.True((await waitsForOther).TryGetValue(out value));
        Assert.Equal("other", value);
    }

    [Fact]
    public async Task Who_found_a_value_leads_nobody()
    {
        var time = new ManualTimeProvider();
        await (await _cache.EnterAsync(1, null, time, CancellationToken.None)).CompleteAsync("value", default);
        var found = await _cache.EnterAsync(1, null, time, CancellationToken.None);

        found.Failed(new InvalidOperationException());
        found.Abandoned();
        await found.CompleteAsync("wrong", CancellationToken.None);

        Assert.Equal("value", await _stage.CallAsync(1));
        Assert.Equal(0, _stage.Calls);
    }

    [Fact]
    public async Task Who_completes_a_call_does_not_run_the_code_of_those_who_wait()
    {
        var time = new ManualTimeProvider();
        var leader = await _cache.EnterAsync(1, null, time, CancellationToken.None);
        using var mayEnd = new ManualResetEventSlim();
        var waiting = WaitAndBlockAsync();

        await leader.CompleteAsync("value", CancellationToken.None);

        // If the waiting code had run on this thread, it would have blocked until the guard ended it.
        mayEnd.Set();
        Assert.True(await waiting.OrHang());

        async Task<bool> WaitAndBlockAsync()
        {
            var entry = await _cache.EnterAsync(1, null, time, CancellationToken.None);
            mayEnd.WaitOrHang();
            return entry.TryGetValue(out _);
        }
    }

    private Task<string>[] CallMany(int count, CancellationToken token = default) =>
        [.. Enumerable.Range(0, count).Select(_ => _stage.CallAsync(1, token).AsTask())];

    private async Task<int> LengthOfTraceAsync(int count)
    {
        var calls = CallMany(count);
        (await _gated.NextAsync()).Result.SetException(new InvalidOperationException("no"));
        var longest = 0;
        foreach (var call in calls)
        {
            var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => call);
            longest = Math.Max(longest, thrown.StackTrace!.Length);
        }

        return longest;
    }
}
