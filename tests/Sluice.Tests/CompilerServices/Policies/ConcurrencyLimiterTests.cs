#pragma warning disable CA2012, xUnit1031 // The tests take results directly, where they must stay on their thread.

using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>A limit on the number of concurrent calls: which calls wait, which are rejected, and which come next.</summary>
public sealed class ConcurrencyLimiterTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Calls_up_to_the_limit_do_not_wait()
    {
        var limiter = new ConcurrencyLimiter("Reserve", 3, 10);
        for (var left = 2; left >= 0; left--)
        {
            Assert.True(limiter.EnterAsync(None).IsCompletedSuccessfully);
            Assert.Equal(left, limiter.Available);
        }

        var fourth = limiter.EnterAsync(None).AsTask();
        Assert.False(fourth.IsCompleted);
        Assert.Equal(1, limiter.Waiting);
        limiter.Exit();

        await fourth.OrHang();
        Assert.Equal(0, limiter.Waiting);
        Assert.Equal(0, limiter.Available);
        limiter.Exit();
        limiter.Exit();
        limiter.Exit();
        Assert.Equal(3, limiter.Available);
    }

    [Fact]
    public async Task Those_who_wait_come_in_the_order_in_which_they_came()
    {
        var limiter = await OccupiedAsync(limit: 1);
        var order = new List<int>();
        var calls = Enumerable.Range(0, 500).Select(CallAsync).ToArray();
        Assert.Equal(500, limiter.Waiting);

        limiter.Exit();

        await Task.WhenAll(calls).OrHang();
        Assert.Equal(Enumerable.Range(0, 500), order);
        Assert.Equal(1, limiter.Available);

        async Task CallAsync(int number)
        {
            await limiter.EnterAsync(None);
            order.Add(number);
            limiter.Exit();
        }
    }

    [Fact]
    public async Task One_that_comes_does_not_pass_those_who_wait()
    {
        var limiter = await OccupiedAsync(limit: 2);
        var first = limiter.EnterAsync(None).AsTask();
        var second = limiter.EnterAsync(None).AsTask();
        limiter.Exit();

        var third = limiter.EnterAsync(None).AsTask();

        await first.OrHang();
        Assert.False(second.IsCompleted);
        Assert.False(third.IsCompleted);
        limiter.Exit();
        await second.OrHang();
        Assert.False(third.IsCompleted);
        limiter.Exit();
        await third.OrHang();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_call_beyond_the_queue_is_rejected_and_takes_no_place(int queueLimit)
    {
        var limiter = await OccupiedAsync(limit: 2, queueLimit);
        var waiting = Enumerable.Range(0, queueLimit).Select(_ => limiter.EnterAsync(None).AsTask()).ToArray();

        for (var i = 0; i < 3; i++)
        {
            var exception = await Assert.ThrowsAsync<StageRejectedException>(limiter.EnterAsync(None).AsTask);
            Assert.Equal("Reserve", exception.Stage);
            Assert.Null(exception.RetryAfter);
            Assert.Equal(
                $"Stage 'Reserve' was not called: {queueLimit} calls are already waiting, which is the limit.",
                exception.Message
            );
        }

        limiter.Exit();
        limiter.Exit();
        await Task.WhenAll(waiting).OrHang();
        Assert.Equal(2 - queueLimit, limiter.Available);
        await LimitedCalls.AssertIsWholeAsync(limiter, limit: 2, taken: queueLimit);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_already_takes_no_place()
    {
        var limiter = new ConcurrencyLimiter("Reserve", 1, 0);
        var token = new CancellationToken(canceled: true);

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(limiter.EnterAsync(token).AsTask);

        Assert.Equal(token, exception.CancellationToken);
        Assert.Equal(1, limiter.Available);
    }

    [Fact]
    public async Task One_that_waits_goes_when_its_token_is_cancelled_and_the_others_stay()
    {
        var limiter = await OccupiedAsync(limit: 1);
        using var source = new CancellationTokenSource();
        using var otherSource = new CancellationTokenSource();
        var first = limiter.EnterAsync(source.Token).AsTask();
        var second = limiter.EnterAsync(otherSource.Token).AsTask();
        var third = limiter.EnterAsync(source.Token).AsTask();
        var fourth = limiter.EnterAsync(None).AsTask();

        await source.CancelAsync();

        foreach (var cancelled in new[] { first, third })
        {
            var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.OrHang());
            Assert.Equal(source.Token, exception.CancellationToken);
            Assert.True(cancelled.IsCanceled);
        }

        Assert.Equal(2, limiter.Waiting);
        limiter.Exit();
        await second.OrHang();
        Assert.False(fourth.IsCompleted);
        limiter.Exit();
        await fourth.OrHang();
        await LimitedCalls.AssertIsWholeAsync(limiter, limit: 1, taken: 1);
    }

    [Fact]
    public async Task One_that_goes_leaves_its_place_in_the_queue()
    {
        var limiter = await OccupiedAsync(limit: 1, queueLimit: 1);
        for (var i = 0; i < 100; i++)
        {
            using var source = new CancellationTokenSource();
            var waiting = limiter.EnterAsync(source.Token).AsTask();
            await Assert.ThrowsAsync<StageRejectedException>(limiter.EnterAsync(None).AsTask);
            await source.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.OrHang());
        }

        await LimitedCalls.AssertIsWholeAsync(limiter, limit: 1, taken: 1);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_when_there_is_a_place_takes_nothing_back()
    {
        var limiter = await OccupiedAsync(limit: 1);
        using var source = new CancellationTokenSource();
        var waiting = limiter.EnterAsync(source.Token);
        limiter.Exit();

        await source.CancelAsync();

        await waiting.OrHang();
        Assert.Equal(0, limiter.Available);
        await LimitedCalls.AssertIsWholeAsync(limiter, limit: 1, taken: 1);
    }

    [Fact]
    public async Task A_long_row_of_calls_that_leave_at_once_does_not_use_up_the_stack()
    {
        var limiter = await OccupiedAsync(limit: 1);
        var calls = Enumerable.Range(0, 50_000).Select(_ => CallAsync()).ToArray();

        limiter.Exit();

        await Task.WhenAll(calls).OrHang();
        Assert.Equal(1, limiter.Available);

        async Task CallAsync()
        {
            await limiter.EnterAsync(None).ConfigureAwait(false);
            limiter.Exit();
        }
    }

    [Fact]
    public void Whoever_leaves_does_not_run_what_waits()
    {
        var limiter = OccupiedAsync(limit: 1).Result;
        var hasLeft = new TaskCompletionSource();
        var call = CallAsync();

        limiter.Exit();

        // If the waiting code had run on this thread, it would have blocked until the guard ended it.
        hasLeft.SetResult();
        call.OrHang().GetAwaiter().GetResult();

        async Task CallAsync()
        {
            await limiter.EnterAsync(None).ConfigureAwait(false);
            hasLeft.Task.OrHang().GetAwaiter().GetResult();
            limiter.Exit();
        }
    }

    [Fact]
    public async Task A_wait_can_be_taken_once_and_not_before_it_has_ended()
    {
        var limiter = await OccupiedAsync(limit: 1);
        var waiting = limiter.EnterAsync(None);
        Assert.Throws<InvalidOperationException>(() => waiting.GetAwaiter().GetResult());
        limiter.Exit();
        waiting.SpinOrHang();
        waiting.GetAwaiter().GetResult();

        Assert.Throws<InvalidOperationException>(() => waiting.GetAwaiter().GetResult());
        await LimitedCalls.AssertIsWholeAsync(limiter, limit: 1, taken: 1);
    }

    [Fact]
    public void Numbers_out_of_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConcurrencyLimiter("Reserve", 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConcurrencyLimiter("Reserve", 1, -1));
        Assert.Equal(int.MaxValue, new ConcurrencyLimiter("Reserve", int.MaxValue, int.MaxValue).Available);
    }

    private static Task<ConcurrencyLimiter> OccupiedAsync(int limit, int queueLimit = int.MaxValue) =>
        LimitedCalls.OccupiedAsync(limit, queueLimit);
}
